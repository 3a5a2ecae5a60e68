"""The chip of a legal clock, for the worklist and for the page of a matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guantong.base.now import local_day
from guantong.deadlines.calendar import calendar
from guantong.kernel.clock import Remaining, Unit, remaining
from guantong.matters.models import NO_DUE

SOON = {Unit.HOURS: timedelta(hours=6)}
SOON_IN_DAYS = timedelta(days=3)
"""How near the end counts as soon: a quarter of the shortest clock in hours, and three days for the others."""


@dataclass(frozen=True, slots=True)
class Chip:
    """What base/_clock.html shows: a state (running, soon, today, late, paused, none), and its words."""

    state: str
    word: str
    due: str = ""
    source: str = ""
    explanation: str = ""


@lru_cache(maxsize=5000)
def _said(left: Remaining, language: str) -> str:
    """The words in the language of the page: a list says the same few again and again."""
    return left.sentence(_)


def chip_of(due_at: datetime | None, unit: Unit, now: datetime) -> Chip:
    """The chip of a clock that runs out at `due_at`; None: it rests; NO_DUE: none runs."""
    if due_at is None:
        return Chip("paused", _("暂停计时"))
    if due_at == NO_DUE:
        return Chip("none", _("没有在计时的时限"))
    left = remaining(due_at, now, calendar(), unit)
    words = _said(left, get_language())
    if left.overdue:
        return Chip("late", words)
    if unit is not Unit.HOURS and local_day(due_at) == local_day(now):
        return Chip("today", words)
    near = due_at - now <= SOON.get(unit, SOON_IN_DAYS)
    return Chip("soon" if near else "running", words)
