"""The yearly notices of holidays and make-up workdays (调休), read from the package's data files."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any


class CalendarDataError(ValueError):
    """A calendar file says something that cannot be true."""


@dataclass(frozen=True, slots=True)
class YearNotice:
    """What one year's notice changes: days off and make-up workdays, with where it is written.

    `published` is False while the State Council's notice for the year is not out; its days are then derived
    from 全国年节及纪念日放假办法 (as amended on 2024-11-10) and know no make-up workdays.
    """

    year: int
    published: bool
    source: str
    days_off: frozenset[date]
    make_up_days: frozenset[date]


def parse_notice(text: str) -> YearNotice:
    """Read one TOML notice; raise `CalendarDataError` if it contradicts itself."""
    data = tomllib.loads(text)
    holidays: list[dict[str, Any]] = data["holiday"]
    days_off = frozenset(day for holiday in holidays for day in _span(holiday["first"], holiday["last"]))
    make_up_days = frozenset(day for holiday in holidays for day in holiday.get("work", ()))
    if both := days_off & make_up_days:
        raise CalendarDataError(f"{data['year']}: both off and worked: {sorted(map(str, both))}")
    if weekdays := [str(day) for day in sorted(make_up_days) if day.weekday() < 5]:
        raise CalendarDataError(f"{data['year']}: a make-up workday falls on a weekend, not on {weekdays}")
    return YearNotice(data["year"], data["status"] == "published", data["source"], days_off, make_up_days)


@cache
def standard_notices() -> tuple[YearNotice, ...]:
    """Return every notice in `data/calendar`, in order of year."""
    folder = files(__package__) / "data" / "calendar"
    texts = (entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(map(parse_notice, texts), key=lambda notice: notice.year))


def _span(first: date, last: date) -> list[date]:
    if last < first:
        raise CalendarDataError(f"a holiday that ends on {last} cannot begin on {first}")
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
