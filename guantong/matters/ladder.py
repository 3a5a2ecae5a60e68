"""The ladder of a late matter: which steps there are, and on which day each is taken. A county may set its own days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import CHINA, local_day
from guantong.deadlines.calendar import calendar
from guantong.kernel.late_moves import LADDER
from guantong.matters.models import Clock
from guantong.regions import rulebook

SETTING = "overdue.ladder"
DEFAULT_DAYS = {"supervise": 3, "report_to_chair": 7}
"""Working days after the due day at which the second and third step are taken [M]."""

MOST_DAYS = 250
"""The most that a county may set: a year of working days."""


def next_step_at(clock: Clock, region_code: str) -> datetime | None:
    """When the step after those already taken is due; None after the last."""
    if clock.stage >= len(LADDER) or clock.due_at is None:
        return None
    days: Mapping[str, int] = rulebook.setting_value(
        SETTING, DEFAULT_DAYS, region_code=region_code, on=local_day(clock.started_at)
    )
    day = calendar().add_workdays(local_day(clock.due_at), days[LADDER[clock.stage]])
    return datetime.combine(day, clock.due_at.astimezone(CHINA).timetz())


def days_problem(value: Any) -> str | None:
    """What is wrong with a county's own days: it names those of both later steps, none too many."""
    if isinstance(value, dict) and value.keys() == DEFAULT_DAYS.keys() and all(map(_is_days, value.values())):
        return None
    return _("请写明 %(steps)s 各在到期后第几个工作日（0至%(most)s）。") % {
        "steps": "、".join(DEFAULT_DAYS),
        "most": MOST_DAYS,
    }


def _is_days(days: Any) -> bool:
    return type(days) is int and 0 <= days <= MOST_DAYS
