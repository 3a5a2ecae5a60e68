"""The lunar calendar 农历, as far as markets follow it: which day of its lunar month a day is."""

import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

MEAN_MONTH = 29.530588
"""Days of a mean lunar month: before and after the table, months are laid one after the other by it."""


@dataclass(frozen=True, slots=True)
class LunarMonths:
    """First days of lunar months without a gap, and where they come from; the last one only ends the table."""

    first_days: tuple[date, ...]
    source: str


@cache
def lunar_months() -> LunarMonths:
    """The table in the package's data."""
    data = tomllib.loads((files(__package__) / "data" / "lunar" / "months.toml").read_text("utf-8"))
    return LunarMonths(tuple(data["first_days"]), data["source"])


def is_tabled(day: date) -> bool:
    """Whether the table knows the lunar day of `day`; beyond it, it is reckoned and may be a day off."""
    days = lunar_months().first_days
    return days[0] <= day < days[-1]


def lunar_day(day: date) -> int:
    """The day of the lunar month, from 1. Provisional where the table does not reach (see `is_tabled`)."""
    days = lunar_months().first_days
    if is_tabled(day):
        return (day - days[bisect_right(days, day) - 1]).days + 1
    near = days[-1] if day >= days[-1] else days[0]
    month = int((day - near).days // MEAN_MONTH)
    while _reckoned(near, month + 1) <= day:
        month += 1
    while _reckoned(near, month) > day:
        month -= 1
    return (day - _reckoned(near, month)).days + 1


def _reckoned(near: date, months: int) -> date:
    return near + timedelta(days=round(months * MEAN_MONTH))
