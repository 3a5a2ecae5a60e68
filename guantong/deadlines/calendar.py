"""The workday calendar in force: the built-in tables, changed by the days on record."""

from __future__ import annotations

import time
from datetime import date

from django.db import transaction

from guantong.deadlines.models import CalendarDay
from guantong.kernel.workdays import Calendar

LIFETIME = 30.0
"""Seconds after which another process's change is seen."""

_kept: tuple[float, Calendar] | None = None


def forget() -> None:
    """Read the days on record anew at the next question."""
    global _kept
    _kept = None


def calendar() -> Calendar:
    """The calendar that clocks are computed with."""
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > LIFETIME:
        days = list(CalendarDay.objects.values_list("day", "works"))
        changed = Calendar.standard()
        if days:
            changed = changed.with_days(off=[d for d, w in days if not w], work=[d for d, w in days if w])
        _kept = (time.monotonic(), changed)
    return _kept[1]


@transaction.atomic
def adopt_calendar_day(*, day: date, works: bool, source: str) -> CalendarDay:
    """Record that offices work or rest on a day. Clocks that run over it are recomputed by the caller."""
    row, _ = CalendarDay.objects.update_or_create(day=day, defaults={"works": works, "source": source})
    transaction.on_commit(forget)
    return row


@transaction.atomic
def withdraw_calendar_day(*, day: date) -> None:
    """Take a recorded change back."""
    CalendarDay.objects.filter(day=day).delete()
    transaction.on_commit(forget)
