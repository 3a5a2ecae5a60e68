"""Figures counted by whom a record is of: a deputy, a unit, a station. From the records alone, as every figure."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, QuerySet, Sum

from guantong.figures.definitions import Definition, all_definitions, definition
from guantong.figures.tally import records
from guantong.kernel.indicator import Measure
from guantong.kernel.periods import Period
from guantong.regions.models import Region

DEPUTY, UNIT, STATION = "deputy", "unit", "station"


def counts_by(figure: Definition, kind: str) -> bool:
    """Whether the records of a figure (of a rate: of both its parts) tell to which subject of a kind they belong."""
    return all(kind in part.by for part in _counts(figure))


def figures_by(kind: str) -> list[Definition]:
    """The figures that are no rates and count by a kind of subject, in the order of registration."""
    return [figure for figure in all_definitions() if figure.records is not None and kind in figure.by]


def counted_by(figure: Definition, kind: str, region: Region, period: Period) -> dict[int, int]:
    """What a figure amounts to for each subject of a kind that has records, by the subject's id, in one query.

    Persons are counted apart for each subject. Raises KeyError for a figure that does not count by this kind,
    ValueError for a rate.
    """
    rows = records_by(figure, kind, region, period).order_by().values_list("subject_id")
    return {subject: int(total) for subject, total in rows.annotate(total=_amount(figure)) if total}


def parts_by(figure: Definition, kind: str, region: Region, period: Period) -> dict[int, tuple[int, int]]:
    """The two counts of a rate for each subject with records behind either, in two queries."""
    top, bottom = (counted_by(part, kind, region, period) for part in _counts(figure))
    return {subject: (top.get(subject, 0), bottom.get(subject, 0)) for subject in top.keys() | bottom.keys()}


def records_by(figure: Definition, kind: str, region: Region, period: Period) -> QuerySet[Any]:
    """The records of a figure that belong to some subject of a kind, each with its `subject_id`."""
    path = figure.by[kind]
    rows: QuerySet[Any] = records(figure, region.code, period)
    rows = rows.annotate(subject_id=F(path) if isinstance(path, str) else path)
    owned: QuerySet[Any] = rows.filter(subject_id__isnull=False)
    return owned


def _amount(figure: Definition) -> Any:
    if figure.measure is Measure.SUM:
        return Sum(figure.amount)
    return Count(figure.person, distinct=True) if figure.measure is Measure.DISTINCT else Count("pk")


def _counts(figure: Definition) -> tuple[Definition, ...]:
    return tuple(map(definition, figure.indicator.parts)) if figure.indicator.parts else (figure,)
