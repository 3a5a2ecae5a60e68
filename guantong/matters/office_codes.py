"""机关代字: what stands before the year in an office's numbers, 乐人常发 in 乐人常发〔2026〕3号."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import today
from guantong.matters.registry import kinds
from guantong.regions import rulebook
from guantong.regions.models import Region

SETTING = "number.codes"
"""Setting of a county: series → its own code (人常发 → 乐人常发); without one, its short name and the series."""

LONGEST = 20
FORBIDDEN = frozenset("〔〕[]【】（）()0123456789 \t\n")
"""Signs that belong to the year and the number, or to nothing."""


def office_code(*, region: Region, series: str, year: int) -> str:
    """The code before the numbers of a series in a year, by the rule in force on its last day, or today.

    Only the region's own rule counts: counties that took a code from their city would give out each other's numbers.
    """
    rule = rulebook.setting(SETTING, region_code=region.code, on=min(today(), date(year, 12, 31)))
    own: Mapping[str, str] = rule.value if rule and rule.region_id == region.code else {}
    return own.get(series) or f"{region.short_name}{series}"


def codes_problem(value: Any) -> str | None:
    """What is wrong with a county's codes: short words without figures and brackets, unlike each other's."""
    if not isinstance(value, dict) or not value or not all(map(_is_code, value.values())):
        return _("请为每个编号序列写明机关代字（不超过 %(most)s 字，不含数字和括号）。") % {"most": LONGEST}
    names = {*value, *(kind.series for kind in kinds() if kind.series)}
    taken = [code for series, code in value.items() for other in names - {series} if _is_taken(code, series, other)]
    if len(set(value.values())) < len(value) or taken:
        return _("两个编号序列的机关代字不能相同，也不能以另一序列的名称结尾。")
    return None


def _is_code(code: Any) -> bool:
    return isinstance(code, str) and 0 < len(code) <= LONGEST and not FORBIDDEN & set(code)


def _is_taken(code: str, series: str, other: str) -> bool:
    """Whether a code could be the default one of another series; 人常审 may well end like 审."""
    return bool(other) and code.endswith(other) and not series.endswith(other)
