"""A county's rules of supervision as dated settings: by which criteria topics are scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guantong.regions import rulebook

CRITERIA_SETTING = "supervision.criteria"
MOST_POINTS = 10
"""Points that a person may give for one criterion."""

CRITERIA: Sequence[Mapping[str, Any]] = (
    {"code": "concern", "name": "群众关注程度", "weight": 30},
    {"code": "impact", "name": "对全局工作的影响", "weight": 30},
    {"code": "urgency", "name": "问题的突出程度", "weight": 25},
    {"code": "means", "name": "监督手段的可行性", "weight": 15},
)
"""Weights of a hundred [M]."""


def criteria_of(region_code: str, *, on: date) -> Sequence[Mapping[str, Any]]:
    """The criteria by which a county scores topics on a day."""
    own: Sequence[Mapping[str, Any]] = rulebook.setting_value(
        CRITERIA_SETTING, CRITERIA, region_code=region_code, on=on
    )
    return own


def criteria_problem(value: Any) -> str | None:
    """What is wrong with a county's own criteria: each with code, name and weight, the weights a hundred together."""
    if isinstance(value, list) and value and all(map(_is_criterion, value)):
        codes = {one["code"] for one in value}
        if len(codes) == len(value) and sum(one["weight"] for one in value) == 100:
            return None
    return _("请列出评分标准：每项写明 code、name 和 weight，权重合计100。")


def _is_criterion(value: Any) -> bool:
    if not isinstance(value, dict) or value.keys() != {"code", "name", "weight"}:
        return False
    named = all(isinstance(value[key], str) and value[key].strip() for key in ("code", "name"))
    return named and type(value["weight"]) is int and 0 < value["weight"] <= 100
