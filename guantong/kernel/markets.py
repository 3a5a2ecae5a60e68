"""Market days 圩日: the cycle on which a market is held, and its days between two dates."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from guantong.kernel.lunar import is_tabled, lunar_day

SHORTEST, LONGEST = 2, 12
"""Days between two markets: from every other day to once in twelve, the round of the earthly branches 地支."""

_EVERY = re.compile(r"every:(\d{1,2})@(\d{4}-\d{2}-\d{2})", re.ASCII)
_NUMBERS = re.compile(r"(?:(lunar|solar):)?(\d{1,2}(?:,\d{1,2})*)", re.ASCII)


class Kind(Enum):
    """How a market's days are told."""

    EVERY = "every"
    LUNAR = "lunar"
    SOLAR = "solar"


class CycleError(ValueError):
    """A text that tells no cycle of market days."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle 圩期 of market days.

    EVERY: `numbers` is the one distance in days, counted from and to both sides of `known`, a day on which the
    market was held. LUNAR: the days of the lunar decade 逢几, 1 to 10, so that 3 is the 3rd, 13th and 23rd of the
    lunar month. SOLAR: the days of the solar month; the 31st is left out by a month that has none.
    """

    kind: Kind
    numbers: tuple[int, ...]
    known: date | None = None

    @property
    def text(self) -> str:
        """The cycle as it is kept."""
        if self.known is not None:
            return f"every:{self.numbers[0]}@{self.known.isoformat()}"
        numbers = ",".join(map(str, self.numbers))
        return numbers if self.kind is Kind.LUNAR else f"{self.kind.value}:{numbers}"

    def holds(self, day: date) -> bool:
        """Whether a market is held on `day`."""
        if self.known is not None:
            return (day - self.known).days % self.numbers[0] == 0
        if self.kind is Kind.SOLAR:
            return day.day in self.numbers
        return (lunar_day(day) % 10 or 10) in self.numbers


def parse_cycle(text: str) -> Cycle:
    """Read "every:3@2025-01-02", "lunar:3,6,9" (or "3,6,9") or "solar:5,10,15"; raise CycleError for anything else."""
    text = text.strip()
    if found := _EVERY.fullmatch(text):
        return _every(int(found[1]), found[2])
    if found := _NUMBERS.fullmatch(text):
        kind = Kind.SOLAR if found[1] == "solar" else Kind.LUNAR
        return _days(kind, [int(number) for number in found[2].split(",")])
    raise CycleError(text)


def market_days(cycle: Cycle, first: date, last: date) -> list[date]:
    """The days on which the market is held from `first` to `last`, both among them, in order."""
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if cycle.holds(day)]


def is_provisional(cycle: Cycle, first: date, last: date) -> bool:
    """Whether days from `first` to `last` rest on lunar months that no table holds: they may move by a day."""
    return cycle.kind is Kind.LUNAR and not (is_tabled(first) and is_tabled(last))


def _every(distance: int, known: str) -> Cycle:
    if not SHORTEST <= distance <= LONGEST:
        raise CycleError(f"every {distance} days")
    try:
        return Cycle(Kind.EVERY, (distance,), date.fromisoformat(known))
    except ValueError as error:
        raise CycleError(known) from error


def _days(kind: Kind, numbers: list[int]) -> Cycle:
    most = 31 if kind is Kind.SOLAR else 10
    if not all(1 <= number <= most for number in numbers):
        raise CycleError(f"{numbers}: from 1 to {most}")
    return Cycle(kind, tuple(sorted(set(numbers))))
