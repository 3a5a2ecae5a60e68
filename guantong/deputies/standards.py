"""What a station must have before it is raised in grade: a county's own list, dated and with its basis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import today
from guantong.regions import rulebook

SETTING = "station.standards"

# A county's own is a list of pairs: the database does not keep the order of an object's keys.
DEFAULT: Mapping[str, str] = {
    "room": "有固定场所",
    "sign": "有标识标牌",
    "staff": "有专人负责",
    "rules": "有制度上墙",
    "activities": "有活动计划",
    "ledger": "有工作台账",
}
"""The six of “六有”, worded differently from place to place [L 中新镇 2019]."""


def standards_of(region_code: str) -> dict[str, str]:
    """The county's standards in force today, by code, in order."""
    return dict(rulebook.setting_value(SETTING, list(DEFAULT.items()), region_code=region_code, on=today()))


def list_problem(value: Any) -> str | None:
    """What is wrong with a county's own list: it is pairs of a code and a name, at least one."""
    pairs = isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) and part for part in pair)
        for pair in value
    )
    return None if value and pairs else _("达标项目应是若干对“代码、名称”。")
