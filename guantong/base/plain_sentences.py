"""What a form says of a value that it cannot take: our own sentences in place of Django's stock ones.

They stand beside the field that they are about, so they need not name it. A field that says more by its own
`error_messages` keeps that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import validators
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Said = Mapping[str, Any]
"""Code of what is wrong → sentence."""

FIELDS: dict[type[forms.Field], Said] = {
    forms.Field: {"required": _("请填写这一项。")},
    forms.IntegerField: {"invalid": _("请填写整数。")},
    forms.FloatField: {"invalid": _("请填写数字。")},
    forms.DecimalField: {"invalid": _("请填写数字。")},
    forms.DateField: {"invalid": _("请按“2026-11-24”的样子填写日期。")},
    forms.TimeField: {"invalid": _("请按“09:30”的样子填写时间。")},
    forms.DateTimeField: {"invalid": _("请按“2026-11-24 09:30”的样子填写时间。")},
    forms.BooleanField: {"required": _("请打勾确认。")},
    forms.FileField: {
        "required": _("请选择文件。"),
        "invalid": _("没有收到文件，请重新选择。"),
        "missing": _("没有收到文件，请重新选择。"),
        "empty": _("文件是空的。"),
        "max_length": _("文件名太长，请改短后再选。"),
    },
    forms.ChoiceField: {"required": _("请选择一项。"), "invalid_choice": _("请从列出的选项中选择。")},
    forms.MultipleChoiceField: {
        "invalid_choice": _("请从列出的选项中选择。"),
        "invalid_list": _("请从列出的选项中选择。"),
    },
    forms.ModelChoiceField: {"invalid_choice": _("请从列出的选项中选择。")},
    forms.ModelMultipleChoiceField: {
        "invalid_choice": _("请从列出的选项中选择。"),
        "invalid_list": _("请从列出的选项中选择。"),
        "invalid_pk_value": _("请从列出的选项中选择。"),
    },
    forms.UUIDField: {"invalid": _("请从列出的选项中选择。")},
}

VALIDATORS: dict[type, Promise] = {
    validators.MaxLengthValidator: _("有%(show_value)s字，最多可写%(limit_value)s字，请删减。"),
    validators.MinLengthValidator: _("至少要写%(limit_value)s字。"),
    validators.MaxValueValidator: _("最多填%(limit_value)s。"),
    validators.MinValueValidator: _("最少填%(limit_value)s。"),
    validators.StepValueValidator: _("请填写%(limit_value)s的倍数。"),
    validators.ProhibitNullCharactersValidator: _("里面有不能保存的字符，请删去后再试。"),
}

DIGITS: Said = {
    "invalid": _("请填写数字。"),
    "max_digits": _("数字最多%(max)s位。"),
    "max_decimal_places": _("小数点后最多%(max)s位。"),
    "max_whole_digits": _("小数点前最多%(max)s位。"),
}

INCOMPLETE = _("这张表单不完整，或者打开得太久。请重新打开后再填。")
"""Said when a field is wrong that nobody sees."""

STOCK_CODES = frozenset({"required", "invalid", "invalid_choice", "min_value", "max_value", "max_length"})
"""Codes of what the fields themselves find wrong; a service's refusal has none of them."""


def speak_plainly() -> None:
    """Put our sentences where Django looks for its own, for every form that is declared from now on."""
    for field, said in FIELDS.items():
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **said}
    for validator, sentence in VALIDATORS.items():
        validator.message = sentence  # type: ignore[attr-defined]  # each of them has one
    validators.DecimalValidator.messages = dict(DIGITS)
