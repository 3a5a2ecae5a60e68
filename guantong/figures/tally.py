"""Roll-up cells and persons, added up by place or by month."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Left, TruncMonth

from guantong.base.now import CHINA
from guantong.figures.definitions import Definition
from guantong.figures.models import Cell
from guantong.kernel.periods import Period
from guantong.regions.models import subtree_prefix

Sums = dict[tuple[str, str], int]
"""By figure and by the beginning of a place's code, or by figure and `in_month` of that."""


def records(figure: Definition, region_code: str, period: Period) -> QuerySet[Any]:
    """The records behind a figure's value: what its page lists. Raises ValueError for a rate."""
    return _records_under(figure, subtree_prefix(region_code), period)


def cells_by_place(codes: Collection[str], under: str, period: Period, digits: int) -> Sums:
    """Sums of the places whose code begins with `under`, by the first `digits` of their codes."""
    rows = _cells(codes, under, period).annotate(spot=Left("region", digits)).values_list("figure", "spot")
    return {(code, spot): total for code, spot, total in rows.annotate(total=Sum("value")).order_by()}


def cells_by_place_and_month(codes: Collection[str], under: str, period: Period, digits: int) -> Sums:
    """Sums of the places whose code begins with `under`, by the first `digits` of their codes and by month."""
    rows = _cells(codes, under, period).annotate(spot=Left("region", digits), month=TruncMonth("day"))
    totals = rows.values_list("figure", "spot", "month").annotate(total=Sum("value")).order_by()
    return {(code, in_month(spot, month)): total for code, spot, month, total in totals}


def in_month(spot: str, month: date) -> str:
    """The key of a place in a month."""
    return f"{spot} {month:%Y-%m}"


def persons_by_place(figure: Definition, under: str, period: Period, digits: int) -> dict[str, int]:
    """How many different persons the records name, by the first `digits` of their places' codes."""
    rows = _records_under(figure, under, period).annotate(spot=Left(figure.place, digits))
    return dict(rows.values_list("spot").annotate(people=Count(figure.person, distinct=True)).order_by())


def persons_by_place_and_month(figure: Definition, under: str, period: Period, digits: int) -> dict[str, int]:
    """How many different persons the records name, by the first `digits` of their places' codes and by month."""
    month = TruncMonth(figure.moment, tzinfo=CHINA)
    rows = _records_under(figure, under, period).annotate(spot=Left(figure.place, digits), month=month)
    counted = rows.values_list("spot", "month").annotate(people=Count(figure.person, distinct=True)).order_by()
    return {in_month(spot, moment): people for spot, moment, people in counted}


def _cells(codes: Collection[str], under: str, period: Period) -> QuerySet[Cell]:
    return Cell.objects.filter(figure__in=codes, day__range=(period.start, period.end), region__startswith=under)


def _records_under(figure: Definition, under: str, period: Period) -> QuerySet[Any]:
    start, end = period.bounds(CHINA)
    place = f"{figure.place.removesuffix('_id')}__code__startswith"
    return figure.rows.filter(**{place: under, f"{figure.moment}__gte": start, f"{figure.moment}__lt": end})
