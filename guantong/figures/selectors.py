"""What the pages of figures read: the periods that have records, and the records page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Min

from guantong.accounts.actors import Actor
from guantong.base.keyset import newest_first
from guantong.base.now import today
from guantong.figures.definitions import Definition
from guantong.figures.models import Cell
from guantong.figures.openers import openable
from guantong.figures.tally import records
from guantong.kernel.indicator import Measure
from guantong.kernel.periods import Period
from guantong.regions.models import Level, Region

PAGE = 25
"""Records on a page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record behind a figure. `matter` is what its page shows, None when the actor may not open it."""

    moment: datetime
    title: str
    place: str
    amount: int | None
    matter: UUID | None


@dataclass(frozen=True, slots=True)
class Page:
    """One keyset page of records, the newest first; `next` is the cursor of the page after it, empty on the last."""

    rows: Sequence[Row]
    next: str


def span_of_records(region: Region) -> tuple[date, date]:
    """The first and last day of a region that have records; today twice when none has."""
    cells = Cell.objects.filter(region__startswith=region.prefix, value__gt=0, day__lte=today())
    found = cells.aggregate(first=Min("day"), last=Max("day"))
    return found["first"] or today(), found["last"] or today()


def half_year_of(day: date) -> Period:
    """The half-year to which a day belongs."""
    return Period.parse(f"{day.year}H{1 if day.month <= 6 else 2}")


def periods_between(first: date, last: date) -> list[Period]:
    """Every year, half-year and quarter from one day to another, the newest first."""
    codes = (
        f"{year}{part}"
        for year in range(last.year, first.year - 1, -1)
        for part in ("", "H2", "H1", "Q4", "Q3", "Q2", "Q1")
    )
    return [p for p in map(Period.parse, codes) if p.start <= last and p.end >= first]


def months_of(period: Period) -> list[Period]:
    """The months of a period."""
    start = period.start
    return [Period.parse(f"{start.year}-{month:02}") for month in range(start.month, period.end.month + 1)]


def part_digits(region: Region) -> int:
    """How many digits of a place's code tell the parts of a region apart: counties, townships, villages."""
    return {Level.CITY: 6, Level.COUNTY: 9}.get(Level(region.level), 12)


def page_of_records(figure: Definition, region: Region, period: Period, *, actor: Actor, cursor: str = "") -> Page:
    """The records of a figure after `cursor`. A cursor that is not ours starts from the first page."""
    rows = records(figure, region.code, period).select_related(*_relations(figure))
    found = newest_first(rows, cursor, moment=figure.moment, size=PAGE)
    shown = found.rows
    ids = {record.pk: _reached(record, figure.matter) for record in shown}
    may_open = openable(actor, list(ids.values())) if ids else frozenset()
    made = [_row(figure, record, ids[record.pk] if ids[record.pk] in may_open else None) for record in shown]
    return Page(made, found.next)


def _relations(figure: Definition) -> list[str]:
    return [path.removesuffix("_id") for path in (figure.place, figure.person) if path]


def _row(figure: Definition, record: Any, matter: UUID | None) -> Row:
    named = _reached(record, figure.person.removesuffix("_id")) if figure.person else record
    return Row(
        moment=_reached(record, figure.moment),
        title=str(named) if matter else "",
        place=str(_reached(record, figure.place.removesuffix("_id"))),
        amount=_reached(record, figure.amount) if figure.measure is Measure.SUM else None,
        matter=matter,
    )


def _reached(record: Any, path: str) -> Any:
    for step in path.split("__"):
        record = getattr(record, step)
    return record
