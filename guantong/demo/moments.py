"""Moments at which things happen: in office hours, in daytime, so many days later."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from guantong.base.now import CHINA
from guantong.deadlines.calendar import calendar


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
