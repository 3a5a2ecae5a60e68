"""A figure as a report prints it, and the interval in which the truth may lie.

| printed | means |
|---|---|
| 74条, 450万元 | exactly that |
| 500余, 30多, 十几, 上千 | [x, x + one step); a step is the place of the last digit that is not 0 |
| 逾, 超, 超过 | (x, one step up); 超过 leaves x out (民法典 1259) |
| 以上, 不少于, 不低于, 至少 | [x, one step up); 以上 takes x in (民法典 1259) |
| 以下, 以内, 不超过, 至多 | [0, x] |
| 不足, 不到, 不满, 少于, 低于 | [0, x) |
| 近, 将近, 接近 | [0.9 x, x) |
| 约, 大约, 左右, 上下; approximate without a word | [0.9 x, 1.1 x] |
| 92%, 2.5倍, 11.6万名, 三成 | half a unit of the last printed digit to each side, upper end out (half up) |
| 3-5件 | [3, 5] |

From 逾 to 至少, a figure whose last digit is 5 goes up to the next round number: 85%以上 → [85, 90). Rates
move by one step at most for 近 and 约; what ends at 100 % includes it. Of two words the wider hull holds.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from guantong.kernel.verdict_interval import Interval, as_printed, rounding
from guantong.kernel.verdict_units import RATES, plain_unit

_ZERO, _TENTH, _FULL = Decimal(0), Decimal("0.1"), Decimal(100)
_DECIMALS = re.compile(r"[0-9]\.([0-9]+)\s*([百千万亿]*)")
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}


@dataclass(frozen=True, slots=True)
class Reported:
    """A printed figure: its number, measure word, whether it is approximate, and the words as printed.

    `value_max` is the upper end of a range. Without `text` the precision is read from `value` alone.
    Raises ValueError for a negative number and for a range that runs backwards.
    """

    value: int | float | Decimal
    unit: str
    approx: bool = False
    value_max: int | float | Decimal | None = None
    text: str = ""

    def __post_init__(self) -> None:
        if not as_printed(self.value).is_finite() or self.number < 0:
            raise ValueError(f"a reported figure cannot be {self.value}")
        if self.value_max is not None and not as_printed(self.value_max) >= self.number:
            raise ValueError(f"a range cannot run from {self.value} to {self.value_max}")

    @property
    def number(self) -> Decimal:
        """The value, exact."""
        number = as_printed(self.value)
        return number.normalize() if self.text else number

    @property
    def is_rate(self) -> bool:
        """Whether it relates two quantities (%, 倍, 个百分点)."""
        return plain_unit(self.unit) in RATES


def interval(reported: Reported) -> Interval:
    """Return where the true value may lie, by the table of this module."""
    if reported.value_max is not None:
        return Interval(reported.number, as_printed(reported.value_max))
    words = _WORD.findall(unicodedata.normalize("NFKC", reported.text))
    if not words and not reported.approx:
        return _printed(reported)
    bounds = [_BOUNDS[word](reported) for word in words] or [_around(reported)]
    found = reduce(Interval.hull, bounds)
    if plain_unit(reported.unit) == "%" and found.high == _FULL:
        return Interval(found.low, found.high, found.low_closed, True)
    return found


def _printed(reported: Reported) -> Interval:
    place = _last_place(reported)
    if place is None and not reported.is_rate:
        return Interval(reported.number, reported.number)
    if place is None:
        place = Decimal(10) if "成" in reported.text and reported.number % 10 == 0 else Decimal(1)
    return rounding(reported.number, place)


def _last_place(reported: Reported) -> Decimal | None:
    """Return the worth of the last printed decimal, None when no decimals are printed."""
    if match := _DECIMALS.search(unicodedata.normalize("NFKC", reported.text)):
        return Decimal(1).scaleb(sum(_SCALES[scale] for scale in match[2]) - len(match[1]))
    exponent = reported.number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else None


def _step(reported: Reported) -> Decimal:
    """Return the worth of the last printed digit that is not a trailing zero of a whole number."""
    if place := _last_place(reported):
        return place
    exponent = reported.number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if reported.number and isinstance(exponent, int) else Decimal(1)


def _round_step(reported: Reported) -> Decimal:
    step = _step(reported)
    return step * 5 if reported.number / step % 10 == 5 else step


def _spread(reported: Reported) -> Decimal:
    tenth = reported.number * _TENTH
    return min(tenth, _step(reported)) if reported.is_rate else tenth


def _more(reported: Reported) -> Interval:
    return Interval(reported.number, reported.number + _step(reported), high_closed=False)


def _over(reported: Reported) -> Interval:
    high = reported.number + _round_step(reported)
    return Interval(reported.number, high, low_closed=False, high_closed=False)


def _at_least(reported: Reported) -> Interval:
    return Interval(reported.number, reported.number + _round_step(reported), high_closed=False)


def _at_most(reported: Reported) -> Interval:
    return Interval(_ZERO, reported.number)


def _under(reported: Reported) -> Interval:
    return Interval(_ZERO, reported.number, high_closed=False)


def _nearly(reported: Reported) -> Interval:
    return Interval(reported.number - _spread(reported), reported.number, high_closed=False)


def _around(reported: Reported) -> Interval:
    return Interval(reported.number - _spread(reported), reported.number + _spread(reported))


_WORDS: Mapping[Callable[[Reported], Interval], tuple[str, ...]] = {
    _at_most: ("以下", "以内", "不超过", "不高于", "不多于", "至多", "最多"),
    _at_least: ("以上", "不少于", "不低于", "不下于", "至少", "起码"),
    _under: ("不足", "不到", "不满", "少于", "低于"),
    _over: ("超过", "超", "逾"),
    _nearly: ("将近", "接近", "近"),
    _around: ("大约", "约", "左右", "上下"),
    _more: ("余", "多", "几", "上"),
}
_BOUNDS = {word: bound for bound, words in _WORDS.items() for word in words}
# Longer words first, so that 不超过 is not read as 超过; a bare 上 approximates only in 上百, 上千, 上万.
_WORD = re.compile("|".join(sorted(_BOUNDS.keys() - {"上"}, key=len, reverse=True)) + "|上(?=[百千万亿])")
