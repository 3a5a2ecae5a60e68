"""The value of a figure for a region and a period, always with its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from guantong.figures import tally
from guantong.figures.definitions import Definition, definition
from guantong.figures.models import Mark
from guantong.figures.settle import settle
from guantong.figures.tally import records
from guantong.kernel.indicator import Measure
from guantong.kernel.periods import Period
from guantong.regions.models import Region

__all__ = ["Value", "monthly", "parts_of", "rate", "records", "value", "values", "within"]


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure amounts to. `amount` is None for a rate of nothing; `parts` are a rate's two counts."""

    definition: Definition
    region_code: str
    period: Period
    amount: int | Decimal | None
    parts: tuple[int, int] | None = None

    @property
    def empty(self) -> bool:
        """Whether no record stands behind it."""
        return not self.amount and not (self.parts and self.parts[1])

    @property
    def unit(self) -> str:
        return self.definition.indicator.unit


def rate(numerator: int, denominator: int) -> Decimal | None:
    """Per cent to one decimal, half up; None of nothing."""
    if not denominator:
        return None
    return (Decimal(numerator) * 100 / Decimal(denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def value(figure: Definition, region: Region, period: Period) -> Value:
    """The value of one figure."""
    return values([figure], [region], period)[figure.code, region.code]


def values(figures: Iterable[Definition], regions: Iterable[Region], period: Period) -> dict[tuple[str, str], Value]:
    """The values of several figures for several regions, by figure and region code, in a bounded number of queries.

    The number grows with the figures that count persons, not with regions or records.
    """
    _bring_up_to_date()
    figures, regions = list(figures), list(regions)
    if not regions:
        return {}
    under = _shared([region.prefix for region in regions])
    digits = max(len(region.prefix) for region in regions)
    sums = tally.cells_by_place(_codes(figures), under, period, digits)
    totals = {(code, r.code): _under(sums, code, r.prefix) for code in _codes(figures) for r in regions}
    persons = {
        (figure.code, size): tally.persons_by_place(figure, under, period, size)
        for figure in figures
        if figure.measure is Measure.DISTINCT
        for size in {len(region.prefix) for region in regions}
    }
    return {
        (figure.code, region.code): _made(
            Value(
                figure, region.code, period, persons.get((figure.code, len(region.prefix)), {}).get(region.prefix, 0)
            ),
            totals,
            region.code,
        )
        for figure in figures
        for region in regions
    }


def monthly(
    figures: Iterable[Definition], regions: Sequence[Region], months: Sequence[Period]
) -> dict[tuple[str, str], list[Value]]:
    """Values month by month, by figure and region code. `months` follow each other; the regions are of one level."""
    _bring_up_to_date()
    figures = list(figures)
    whole = Period(months[0].start, months[-1].end, "")
    under, digits = _shared([region.prefix for region in regions]), len(regions[0].prefix)
    sums = tally.cells_by_place_and_month(_codes(figures), under, whole, digits)
    found = {}
    for figure in figures:
        distinct = figure.measure is Measure.DISTINCT
        people = tally.persons_by_place_and_month(figure, under, whole, digits) if distinct else {}
        for region in regions:
            spots = [(month, tally.in_month(region.prefix, month.start)) for month in months]
            found[figure.code, region.code] = [
                _made(Value(figure, region.code, month, people.get(spot, 0)), sums, spot) for month, spot in spots
            ]
    return found


def within(figure: Definition, region: Region, period: Period, digits: int) -> dict[str, Value]:
    """The value at each part of a region that has records, by the first `digits` of the places' codes."""
    _bring_up_to_date()
    if figure.measure is Measure.DISTINCT:
        people = tally.persons_by_place(figure, region.prefix, period, digits)
        return {spot: Value(figure, spot, period, count) for spot, count in sorted(people.items())}
    sums = tally.cells_by_place(_codes([figure]), region.prefix, period, digits)
    spots = sorted({spot for (_, spot), total in sums.items() if total})
    return {spot: _made(Value(figure, spot, period, 0), sums, spot) for spot in spots}


def parts_of(figure: Definition) -> tuple[Definition, Definition] | None:
    """The two figures of which a rate is made."""
    if figure.indicator.parts is None:
        return None
    top, bottom = figure.indicator.parts
    return definition(top), definition(bottom)


def _bring_up_to_date() -> None:
    if Mark.objects.exists():
        settle()


def _codes(figures: Iterable[Definition]) -> set[str]:
    return {code for f in figures for code in (f.indicator.parts or (f.code,))}


def _under(sums: tally.Sums, code: str, prefix: str) -> int:
    return sum(total for (figure, spot), total in sums.items() if figure == code and spot.startswith(prefix))


def _made(persons: Value, sums: tally.Sums, spot: str) -> Value:
    """The value with what the cells say, unless it counts persons, which are given."""
    figure = persons.definition
    if figure.indicator.parts is not None:
        top, bottom = (sums.get((part, spot), 0) for part in figure.indicator.parts)
        return replace(persons, amount=rate(top, bottom), parts=(top, bottom))
    return persons if figure.measure is Measure.DISTINCT else replace(persons, amount=sums.get((figure.code, spot), 0))


def _shared(prefixes: Sequence[str]) -> str:
    """What all of them begin with."""
    first, last = min(prefixes), max(prefixes)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:same]
