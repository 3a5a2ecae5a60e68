"""An indicator: what a figure means, apart from the records that bear it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Measure(Enum):
    """How a figure comes from its records."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "distinct"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A stable code with its name, unit and definition (口径).

    A code never changes its meaning; a changed definition is a new `version`. `units` are the measure
    words under which reports print the same thing (条, 件). A rate names its two parts in `parts`
    (numerator, denominator) and has the unit %.
    """

    code: str
    name: str
    unit: str
    definition: str
    version: str = "2025"
    measure: Measure = Measure.COUNT
    units: tuple[str, ...] = ()
    parts: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if (self.measure is Measure.RATE) != (self.parts is not None):
            raise ValueError(f"{self.code}: a rate, and only a rate, names its two parts")

    @property
    def accepts(self) -> frozenset[str]:
        """Every unit under which a report may print this figure."""
        return frozenset({self.unit, *self.units})
