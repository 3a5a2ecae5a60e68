"""Counting marked cells anew, and finding cells that the records do not bear out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Count, Max, Q, Sum
from django.db.models.functions import Coalesce, TruncDate

from guantong.base.now import CHINA
from guantong.figures.definitions import Definition, all_definitions, of_model
from guantong.figures.models import Cell, Mark
from guantong.kernel.indicator import Measure

Spot = tuple[str, date]
"""A place's code and a day."""

SETTLING = 0x677561_01
"""Key of the database lock that a settling transaction holds."""

BATCH = 2000
"""Marks taken in one transaction."""


@transaction.atomic
def settle_some(up_to: int | None = None) -> int:
    """Take up to BATCH marks (with an id not above `up_to`), count their cells anew; how many marks were taken.

    A mark is seen only with the change that made it, so a cell counted here includes that change; a
    change committed later brings its own mark. One settles at a time: of two that counted the same
    cell at once, the one that counted first might write last.
    """
    _one_at_a_time()
    due = Mark.objects.order_by("id")
    marks = list((due if up_to is None else due.filter(pk__lte=up_to))[:BATCH])
    by_model: dict[str, set[Spot]] = {}
    for mark in marks:
        by_model.setdefault(mark.model, set()).add((mark.region, mark.day))
    for label, spots in by_model.items():
        for definition in of_model(apps.get_model(label)):
            _recount(definition, spots)
    Mark.objects.filter(pk__in=[m.pk for m in marks]).delete()
    return len(marks)


def settle() -> int:
    """Count anew every cell that is marked now; how many marks were taken.

    Marks that others write meanwhile wait for the next time, so that a reader is never kept by writers.
    """
    newest = Mark.objects.aggregate(Max("pk"))["pk__max"]
    taken = 0
    while newest is not None and (some := settle_some(newest)):
        taken += some
    return taken


def _one_at_a_time() -> None:
    """Wait for whoever settles or rebuilds; until the end of the transaction, others wait for this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SETTLING])


def counted(definition: Definition, spots: Iterable[Spot] | None = None) -> dict[Spot, int]:
    """What the records themselves say, by place and day; for the given spots, or for all."""
    rows = definition.rows.filter(**{f"{definition.moment}__isnull": False})
    if spots is not None:
        rows = rows.filter(_near(definition, spots))
    measure = Count("pk") if definition.measure is Measure.COUNT else Coalesce(Sum(definition.amount), 0)
    grouped = (
        rows.order_by()
        .annotate(cell_day=TruncDate(definition.moment, tzinfo=CHINA))
        .values_list(definition.place, "cell_day")
        .annotate(cell_value=measure)
    )
    found = {(str(place), day): int(value) for place, day, value in grouped}
    return found if spots is None else {spot: found.get(spot, 0) for spot in spots}


def _near(definition: Definition, spots: Iterable[Spot]) -> Q:
    """The days and places of the spots, each apart: a few rows more than needed, but on the indexes."""
    spots = list(spots)
    days = {day for _, day in spots}
    start = datetime.combine(min(days), time.min, CHINA)
    end = datetime.combine(max(days) + timedelta(days=1), time.min, CHINA)
    return Q(
        **{
            f"{definition.place}__in": {place for place, _ in spots},
            f"{definition.moment}__gte": start,
            f"{definition.moment}__lt": end,
        }
    )


def _recount(definition: Definition, spots: set[Spot]) -> None:
    cells = [
        Cell(figure=definition.code, region=place, day=day, value=value)
        for (place, day), value in sorted(counted(definition, spots).items())
    ]
    Cell.objects.bulk_create(
        cells, update_conflicts=True, unique_fields=["figure", "region", "day"], update_fields=["value"]
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """A roll-up cell that its records do not bear out."""

    figure: str
    region: str
    day: date
    cell: int
    records: int


def differences() -> Iterator[Difference]:
    """Every cell whose value is not what the records say, marked cells settled first.

    Records may be written meanwhile: what differs is settled and held against the records once more.
    """
    settle()
    for definition in all_definitions():
        if not (definition.records and definition.rolls_up):
            continue
        suspects = {(found.region, found.day) for found in _compared(definition)}
        if suspects:
            settle()
            yield from _compared(definition, suspects)


def _compared(definition: Definition, spots: set[Spot] | None = None) -> Iterator[Difference]:
    truth = counted(definition, spots)
    rows = Cell.objects.filter(figure=definition.code).values_list("region", "day", "value")
    cells = {(region, day): value for region, day, value in rows}
    for spot in sorted(truth.keys() | cells.keys() if spots is None else spots):
        have, should = cells.get(spot, 0), truth.get(spot, 0)
        if have != should:
            yield Difference(definition.code, spot[0], spot[1], have, should)


def rebuild() -> int:
    """Count every cell of every figure from the records; how many cells there are now."""
    made = 0
    for definition in all_definitions():
        if not (definition.records and definition.rolls_up):
            continue
        with transaction.atomic():
            _one_at_a_time()
            Cell.objects.filter(figure=definition.code).delete()
            cells = [
                Cell(figure=definition.code, region=place, day=day, value=value)
                for (place, day), value in counted(definition).items()
            ]
            made += len(Cell.objects.bulk_create(cells, batch_size=1000))
    return made
