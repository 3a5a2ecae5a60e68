"""Moments at which things happen: office hours, and the days on which markets are held."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, time, timedelta
from random import Random

from guantong.base.now import CHINA
from guantong.deadlines.calendar import calendar

MONTH_STARTS = tuple(
    date.fromisoformat(day)
    for day in [
        "2024-12-31",
        "2025-01-29",
        "2025-02-28",
        "2025-03-29",
        "2025-04-28",
        "2025-05-27",
        "2025-06-25",
        "2025-07-25",
        "2025-08-23",
        "2025-09-22",
        "2025-10-21",
        "2025-11-20",
        "2025-12-20",
        "2026-01-19",
        "2026-02-17",
        "2026-03-19",
        "2026-04-17",
        "2026-05-17",
        "2026-06-15",
        "2026-07-14",
        "2026-08-13",
        "2026-09-11",
        "2026-10-10",
        "2026-11-09",
        "2026-12-09",
    ]
)
"""First days of the lunar months; after the last, months are taken to last 30 days."""


def lunar_day(day: date) -> int:
    """The day of the lunar month, from 1."""
    start = MONTH_STARTS[max(bisect_right(MONTH_STARTS, day) - 1, 0)]
    return (day - start).days % 30 + 1


def market_days(digits: str, first: date, last: date) -> list[date]:
    """The days from `first` to `last` whose lunar day ends in one of `digits` ("3,6,9")."""
    endings = set(digits.split(","))
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if str(lunar_day(day))[-1] in endings]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a day in China."""
    return datetime.combine(day, time(hour, minute), CHINA)


def daytime(day: date, rng: Random, first: int = 8, last: int = 17) -> datetime:
    """Some moment of a day, between two hours."""
    return at(day, rng.randint(first, last), rng.randint(0, 59)) + timedelta(seconds=rng.randint(0, 59))


def office(day: date, rng: Random) -> datetime:
    """Some moment of the first workday from `day` on, in office hours."""
    return daytime(calendar().next_workday(day), rng, 9, 16)


def soon(moment: datetime, rng: Random, hours: float = 4) -> datetime:
    """Within so many hours of office time: on the same workday, or the next morning."""
    then = (moment + timedelta(minutes=rng.randint(12, int(hours * 60)))).astimezone(CHINA)
    if calendar().is_workday(then.date()) and 8 <= then.hour < 18:
        return then
    day = then.date() if then.hour < 8 else then.date() + timedelta(days=1)
    return daytime(calendar().next_workday(day), rng, 8, 9)


def workdays_later(moment: datetime, count: int, rng: Random) -> datetime:
    """In office hours of the `count`-th workday after a moment (1 or more)."""
    return daytime(calendar().add_workdays(moment.astimezone(CHINA).date(), count), rng, 9, 16)


def days_later(moment: datetime, count: int, rng: Random) -> datetime:
    """In office hours, `count` days after a moment, or on the next workday."""
    return office((moment + timedelta(days=count)).astimezone(CHINA).date(), rng)
