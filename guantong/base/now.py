"""The one source of the current time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

CHINA = ZoneInfo("Asia/Shanghai")

_acting_at: ContextVar[datetime | None] = ContextVar("acting_at", default=None)


def now() -> datetime:
    """The moment at which things happen: the clock's, or the one that `acting_at` set."""
    return _acting_at.get() or timezone.now()


def today() -> date:
    """The day of `now()` in China."""
    return now().astimezone(CHINA).date()


def local_day(moment: datetime) -> date:
    """The day in China to which a moment belongs."""
    return moment.astimezone(CHINA).date()


@contextmanager
def acting_at(moment: datetime) -> Iterator[None]:
    """Let services act at another moment: the demo city and imports of past records need it.

    Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    token = _acting_at.set(moment)
    try:
        yield
    finally:
        _acting_at.reset(token)
