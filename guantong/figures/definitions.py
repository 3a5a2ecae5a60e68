"""What a figure is counted from, and the registry of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet, Subquery

from guantong.kernel.indicator import Indicator, Measure


@dataclass(frozen=True)
class Definition:
    """An indicator together with its records.

    `records` gives the queryset of everything that counts; `moment` is the field (a datetime) by which a
    record falls into a period; `place` the field that holds the region code; `amount` the field that
    is summed; `person` the field whose different values are counted; `matter` the field that holds the
    id of the matter whose page shows the record; `by` tells for which kinds of subject ("deputy", "unit",
    "station") a record counts, each with the path to the subject's id (see by_subject). A rate has none of
    these: it is made of two other figures, both counted by the same moment.
    """

    indicator: Indicator
    records: Callable[[], QuerySet[Any]] | None = None
    moment: str = ""
    place: str = "place_id"
    amount: str = ""
    person: str = ""
    matter: str = "pk"
    by: Mapping[str, str | Subquery] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def measure(self) -> Measure:
        return self.indicator.measure

    @property
    def rows(self) -> QuerySet[Any]:
        """The records of a figure that is not a rate. Raises ValueError for a rate."""
        if self.records is None:
            raise ValueError(f"{self.code} is made of two other figures")
        return self.records()

    @property
    def rolls_up(self) -> bool:
        """Whether values of days and places may be added: neither rates nor distinct persons may."""
        return self.measure in (Measure.COUNT, Measure.SUM)


_definitions: dict[str, Definition] = {}
_by_model: dict[type[Model], tuple[Definition, ...]] = {}


def register(*definitions: Definition) -> None:
    """Make figures known. Raises ValueError when a code is taken or a rate's part is unknown."""
    for definition in definitions:
        if definition.code in _definitions:
            raise ValueError(f"two figures are called {definition.code}")
        for part in definition.indicator.parts or ():
            if part not in _definitions:
                raise ValueError(f"{definition.code}: no figure {part}")
        _definitions[definition.code] = definition
    _by_model.clear()


def definition(code: str) -> Definition:
    """The figure with this code. Raises KeyError."""
    return _definitions[code]


def find(code: str | None) -> Definition | None:
    """The figure with this code, if there is one."""
    return _definitions.get(code) if code else None


def all_definitions() -> list[Definition]:
    """Every figure, in the order of registration."""
    return list(_definitions.values())


def of_model(model: type[Model]) -> tuple[Definition, ...]:
    """The figures that roll up records of a model."""
    if model not in _by_model:
        _by_model[model] = tuple(d for d in _definitions.values() if d.records and d.rolls_up and d.rows.model is model)
    return _by_model[model]
