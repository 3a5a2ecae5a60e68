"""A vertical scale with round steps that always shows zero."""

from dataclasses import dataclass
from math import ceil, floor, log10

WISHED_STEPS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Round bounds and the step between grid lines, in the unit of the values."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Return where a value lies between the bounds: 0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Return the values of the grid lines from the bottom up."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + number * self.step, 10) for number in range(count + 1)]


def round_scale(lowest: float, highest: float) -> Scale:
    """Return a scale that holds zero and both values in about four steps of 1, 2, 2.5 or 5 times 10^n."""
    low, high = min(lowest, 0.0), max(highest, 0.0)
    if high == low:
        high = low + 1.0
    rough = (high - low) / WISHED_STEPS
    power = 10.0 ** floor(log10(rough))
    step = power * next(factor for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999999)
    return Scale(low=floor(low / step) * step, high=ceil(high / step) * step, step=step)
