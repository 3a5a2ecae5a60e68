"""Marking what a changed record touches."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.db.models import Model

from guantong.base.now import local_day
from guantong.figures.definitions import of_model
from guantong.figures.models import Mark


@cache
def _fields(model: type[Model]) -> tuple[frozenset[str], frozenset[str]]:
    figures = of_model(model)
    return frozenset(f.moment for f in figures), frozenset(f.place for f in figures)


def marks_for(record: Model) -> list[Mark]:
    """One unsaved mark for each place and day by which a figure may count this record as it is now.

    Call it before and after a change: both the cell that loses the record and the one that gains it
    are then counted anew. A moment or place that lies in another table is given as a path (a__b).
    """
    moments, places = _fields(type(record))
    days = {local_day(m) for m in (_follow(record, path) for path in moments) if m is not None}
    spots = {str(_follow(record, path)) for path in places}
    return [_mark(record, spot, day) for day in sorted(days) for spot in sorted(spots)]


def _mark(record: Model, spot: str, day: date) -> Mark:
    return Mark(model=record._meta.label_lower, region=spot, day=day)


def _follow(record: Model, path: str) -> Any:
    value: Any = record
    for step in path.split("__"):
        value = getattr(value, step)
    return value
