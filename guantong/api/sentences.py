"""What is wrong with a value, in one sentence of the person's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _


def fields_of(errors: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """One sentence for each field that failed, by the field's name; the first failure of a field counts."""
    fields: dict[str, str] = {}
    for error in errors:
        fields.setdefault(_name(error["loc"]), _sentence(error["type"], error.get("ctx", {})))
    return fields


def _name(location: Iterable[Any]) -> str:
    parts = [str(part) for part in location]
    return parts[-1] if len(parts) > 1 else "body"


def _sentence(kind: str, context: Mapping[str, Any]) -> str:
    sentences = {
        "missing": _("这一项必填。"),
        "int_parsing": _("请填写整数。"),
        "int_type": _("请填写整数。"),
        "int_parsing_size": _("数字太大。"),
        "int_from_float": _("请填写整数。"),
        "greater_than_equal": _("不能小于%(ge)s。"),
        "less_than_equal": _("不能大于%(le)s。"),
        "string_type": _("请填写文字。"),
        "string_unicode": _("文字中有无法保存的字符。"),
        "string_too_short": _("至少%(min_length)s个字。"),
        "string_too_long": _("最多%(max_length)s个字。"),
        "string_pattern_mismatch": _("格式不对。"),
        "uuid_parsing": _("不是有效的编号（UUID）。"),
        "uuid_type": _("不是有效的编号（UUID）。"),
        "extra_forbidden": _("没有这一项。"),
        "value_error": str(context.get("error", "")) or _("这一项填写有误。"),
    }
    return sentences.get(kind, _("这一项填写有误。")) % context if kind != "value_error" else sentences[kind]
