"""Intervals of exact numbers, and how many of a whole make a printed rate."""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; each end is in it when `…_closed`."""

    low: Decimal
    high: Decimal
    low_closed: bool = True
    high_closed: bool = True

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is in it."""
        return self.low == self.high

    def __contains__(self, number: Number) -> bool:
        value, low, high = exact(number), Fraction(self.low), Fraction(self.high)
        above = value >= low if self.low_closed else value > low
        return above and (value <= high if self.high_closed else value < high)

    def __str__(self) -> str:
        if self.is_point:
            return plain(self.low)
        left, right = "[" if self.low_closed else "(", "]" if self.high_closed else ")"
        return f"{left}{plain(self.low)}, {plain(self.high)}{right}"

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        low = min((self.low, not self.low_closed), (other.low, not other.low_closed))
        high = max((self.high, self.high_closed), (other.high, other.high_closed))
        return Interval(low[0], high[0], not low[1], high[1])


def exact(number: Number) -> Fraction:
    """Return the number as people read it: the float 92.1 is 921/10. Raises ValueError for inf and nan."""
    return Fraction(str(number)) if isinstance(number, float) else Fraction(number)


def as_printed(number: int | float | Decimal) -> Decimal:
    """Return the number as a Decimal; a whole float has no decimals, the Decimal 92.0 keeps its one."""
    if isinstance(number, float) and number.is_integer():
        return Decimal(int(number))
    return Decimal(str(number))


def plain(number: Decimal) -> str:
    """Write a number without an exponent and without zeros after the last decimal that counts."""
    return f"{number.normalize():f}"


def rounding(value: Decimal, unit: Decimal) -> Interval:
    """Return what rounds, half up, to `value` when printed in steps of `unit`."""
    return Interval(value - unit / 2, value + unit / 2, high_closed=False)


def numerators(total: int, percent: Interval, most: int | None = None) -> range:
    """Return the counts whose share of `total` lies in `percent`: from 0 to `most` (`total` unless given).

    Possibly none. Raises ValueError unless `total` is positive.
    """
    if total < 1:
        raise ValueError(f"a share of {total} is not defined")
    low, high = Fraction(percent.low) * total / 100, Fraction(percent.high) * total / 100
    first = math.ceil(low) if percent.low_closed else math.floor(low) + 1
    last = math.floor(high) if percent.high_closed else math.ceil(high) - 1
    return range(max(first, 0), min(last, total if most is None else most) + 1)
