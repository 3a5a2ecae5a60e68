"""Stage 3: join numerals with approximators and units into candidates, and two of them into a range."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from guantong.extraction import lexicon, units
from guantong.extraction.numerals import Numeral
from guantong.extraction.units import Unit

_RANGE = re.compile(r" ?(?:[-~]|至|到) ?")
_ITEM_MARK = re.compile(r"(?:^|[\n。;])[ ]?$")
_FROM = re.compile(r"[从由]$")
_SMALL_MONEY = re.compile(r"(?P<jiao>[一二两三四五六七八九1-9])角(?:(?P<fen>[一二三四五六七八九1-9])分)?")
_TENTHS = re.compile(r"[一二三四五六七八九1-9](?![0-9十百千万])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with what stands around it; a unit of the group "bare" is none, and can never be a figure."""

    start: int
    end: int
    numeral: Numeral
    value: Decimal
    value_max: Decimal | None
    unit: Unit
    approx: bool
    lead: str
    """The approximator before the number, if any."""


def assemble(plain: str, numerals: Sequence[Numeral]) -> Iterator[Candidate]:
    """Yield the candidates in text order; a numeral inside an earlier candidate is passed over."""
    at, reached = 0, 0
    while at < len(numerals):
        numeral = numerals[at]
        at += 1
        if numeral.start < reached:
            continue
        unit = _unit(plain, numeral)
        numeral = _without_marker(plain, numeral, unit)
        upper = _upper(plain, numeral, unit, numerals[at] if at < len(numerals) else None)
        if upper is not None:
            candidate, at = _range(plain, numeral, upper, reached), at + 1
        else:
            candidate = _single(plain, numeral, unit, reached)
        reached = candidate.end
        yield candidate


def _without_marker(plain: str, numeral: Numeral, unit: Unit | None) -> Numeral:
    """1.3个 at the start of a line or sentence is item 1 and three pieces, as pieces are never counted in tenths."""
    first, dot, rest = numeral.head.partition(".")
    if (
        not dot
        or unit is None
        or unit.group not in ("count", "place")
        or numeral.end != numeral.start + len(numeral.head)
    ):
        return numeral
    if len(first) > 2 or _ITEM_MARK.search(plain, max(0, numeral.start - 2), numeral.start) is None:
        return numeral
    return replace(numeral, start=numeral.start + len(first) + 1, value=Decimal(rest), head=rest)


def _unit(plain: str, numeral: Numeral) -> Unit | None:
    if numeral.of:
        return Unit({"百": "%", "千": "‰", "万": "‱"}[numeral.of], "rate", numeral.end)
    return units.match(plain, numeral.end)


def _upper(plain: str, low: Numeral, unit: Unit | None, high: Numeral | None) -> tuple[Numeral, Unit] | None:
    """The number and unit that close a range begun by `low`: 3-5件, 3件至5件, 10%至15%."""
    end = unit.end if unit else low.end
    link = _RANGE.match(plain, end)
    if link is None or high is None or high.start != link.end():
        return None
    high_unit = _unit(plain, high)
    if high_unit is None or (unit is not None and unit.name != high_unit.name):
        return None
    if unit is not None and _FROM.search(plain, max(0, low.start - 1), low.start):
        return None
    return (high, high_unit) if _scaled(plain, low, high) < high.value else None


def _scaled(plain: str, low: Numeral, high: Numeral) -> Decimal:
    """The lower end, sharing the 万 or 亿 of the upper end (3-5万元)."""
    scale = {"万": 10**4, "亿": 10**8}.get(plain[high.end - 1])
    shares = scale and low.value < 1000 and plain[low.end - 1] not in "万亿"
    return low.value * scale if scale and shares else low.value


def _range(plain: str, low: Numeral, upper: tuple[Numeral, Unit], reached: int) -> Candidate:
    high, unit = upper
    start, lead = _lead(plain, low, reached)
    value, value_max = _scaled(plain, low, high), high.value
    if unit.name == "成":
        value, unit = value * 10, Unit("%", "rate", unit.end)
        value_max *= 10
    end, trailing = _trail(plain, unit)
    approx = low.more or high.more or bool(lead) or trailing
    return Candidate(start, end, low, value, value_max, unit, approx, lead)


def _single(plain: str, numeral: Numeral, unit: Unit | None, reached: int) -> Candidate:
    start, lead = _lead(plain, numeral, reached)
    if unit is None:
        return Candidate(numeral.start, numeral.end, numeral, numeral.value, None, units.none(numeral.end), False, lead)
    value, high = numeral.value, numeral.value_max
    if unit.name == "成":
        value, high, unit = _tenths(plain, value, high, unit)
    elif unit.name == "元" and (small := _SMALL_MONEY.match(plain, unit.end)) is not None:
        value += _digit(small["jiao"]) / 10 + _digit(small["fen"] or "零") / 100
        unit = replace(unit, end=small.end())
    end, trailing = _trail(plain, unit)
    return Candidate(start, end, numeral, value, high, unit, numeral.more or bool(lead) or trailing, lead)


def _digit(sign: str) -> Decimal:
    return Decimal(sign) if sign.isascii() else Decimal("零一二三四五六七八九".find(sign.replace("两", "二")))


def _tenths(plain: str, value: Decimal, high: Decimal | None, unit: Unit) -> tuple[Decimal, Decimal | None, Unit]:
    """三成 is 30 %, 七成五 is 75 %."""
    value, high = value * 10, None if high is None else high * 10
    end = unit.end
    if (more := _TENTHS.match(plain, end)) is not None:
        value, end = value + _digit(more[0]), more.end()
    return value, high, Unit("%", "rate", end)


@cache
def _approximators() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = lexicon.load("approximators")
    before = [
        (f"(?<![{entry['unless_after']}])" if "unless_after" in entry else "") + "(?:" + "|".join(entry["words"]) + ")"
        for entry in data["before"]
    ]
    plain_before = "|".join(before)
    scale = "|".join(data["before_scale"]["words"])
    after = "|".join(data["after"]["words"])
    return (
        re.compile(rf"(?:{plain_before}) ?$"),
        re.compile(rf"(?:{plain_before}|{scale}) ?$"),
        re.compile(rf" ?(?:{after})"),
        re.compile(rf" ?(?:{after}|{'|'.join(data['after']['measures'])})"),
    )


def _lead(plain: str, numeral: Numeral, reached: int) -> tuple[int, str]:
    ordinary, scale, _, _ = _approximators()
    opens_with_scale = numeral.chinese and numeral.head[0] in "百千万亿"
    window = plain[max(reached, numeral.start - 6) : numeral.start]
    found = (scale if opens_with_scale else ordinary).search(window)
    return (numeral.start - len(found[0]), found[0].strip()) if found else (numeral.start, "")


def _trail(plain: str, unit: Unit) -> tuple[int, bool]:
    _, _, ordinary, measures = _approximators()
    found = (ordinary if unit.group in ("count", "place") else measures).match(plain, unit.end)
    return (found.end(), True) if found else (unit.end, False)
