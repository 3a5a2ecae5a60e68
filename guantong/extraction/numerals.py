"""Stage 2: scan every numeral with its own words of scale and of approximation (1.3万余, 三十多, 百分之六十)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guantong.extraction import chinese

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
           "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip
_CN = "零一二两三四五六七八九十百千万亿"
_START = re.compile(
    rf"(?P<of>[百千万]分之[ ]?)?(?:"
    rf"(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<chinese>[{_CN}]+)(?:点(?P<decimals>[零一二三四五六七八九]+)(?![十百千]))?)"
)
# 千 may open a unit: 三十万千瓦 is 300 000 kilowatts.
_UNIT_HEAD = re.compile(r"[瓦米克伏卡赫]")
_TAIL = re.compile(
    r" ?(?P<more>[余多]|[来几](?![访自信电]))? ?"
    r"(?P<scale>万亿|[十百千]?[万亿]|[十百](?!分[之点])|千(?![瓦米克伏卡赫]))? ?(?P<after>[余多])?"
)
_PART = re.compile(r"(?P<n>\d+(?:\.\d+)?|[零一二三四五六七八九十百千]+)(?P<scale>千?万|百|千(?![瓦米克伏卡赫]))")
_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")}
LONGEST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands: its span, value, upper value for 三四, and how it is written."""

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    more: bool
    """余, 多, 几 or 来 is part of it."""
    chinese: bool
    bare_scale: bool
    """Only 百, 千, 万 or 亿, without a digit."""
    of: str
    """百, 千 or 万 of a leading 百分之, else empty."""
    head: str
    """The first run of digits as written."""


def scan(plain: str) -> Iterator[Numeral]:
    """Yield the numerals of a normalised text from left to right; each code point is read once."""
    at = 0
    while (match := _START.search(plain, at)) is not None:
        numeral = _read(plain, match)
        if numeral is not None:
            yield numeral
        at = max(match.end(), numeral.end if numeral else 0)


def _read(plain: str, match: re.Match[str]) -> Numeral | None:
    arabic, end = match["arabic"], match.end()
    bare, high = False, None
    if arabic is not None:
        digits = arabic.replace(",", "")
        if len(digits) > LONGEST_DIGITS:
            return None
        value = Decimal(digits)
    else:
        run = match["chinese"]
        if not match["decimals"] and len(run) > 1 and run[-1] == "千" and _UNIT_HEAD.match(plain, end):
            run, end = run[:-1], end - 1
        parsed = chinese.parse(run)
        if parsed is None:
            return None
        value, high = Decimal(parsed[0]), None if parsed[1] is None else Decimal(parsed[1])
        if match["decimals"]:
            value += Decimal("0." + "".join(_DIGITS[sign] for sign in match["decimals"][:12]))
        bare = run in _SCALES and run != "十"
    value, high, end, more = _tail(plain, end, value, high)
    return Numeral(match.start(), end, value, high, more, arabic is None, bare,
                   (match["of"] or "")[:1], arabic or match["chinese"])  # fmt: skip


def _tail(plain: str, end: int, value: Decimal, high: Decimal | None) -> tuple[Decimal, Decimal | None, int, bool]:
    """Multiply by the scale that follows, and take in 余, 多, 几 before or after it."""
    match = _TAIL.match(plain, end)
    more, scale, after = (match["more"], match["scale"], match["after"]) if match else (None, None, None)
    if match is None or not (more or scale or after):
        return value, high, end, False
    if more in ("几", "来") and (not value or value % 10):
        return value, high, end, False
    end = match.end()
    if scale:
        size = _SCALES[scale]
        value, high = value * size, None if high is None else high * size
        if not more and not after:
            value, end = _further_parts(plain, end, value, size)
    return value, high, end, bool(more or after)


def _further_parts(plain: str, end: int, value: Decimal, limit: int) -> tuple[Decimal, int]:
    """Add the smaller groups of a mixed writing: 3亿5000万, 2万3千."""
    while limit > 100 and (match := _PART.match(plain, end)) is not None:
        size = _SCALES[match["scale"]]
        part = Decimal(match["n"]) if match["n"][0].isdigit() and match["n"].isascii() else _small(match["n"])
        if part is None or size >= limit or part * size >= limit:
            break
        value, end, limit = value + part * size, match.end(), size
    return value, end


def _small(run: str) -> Decimal | None:
    parsed = chinese.parse(run)
    return None if parsed is None or parsed[1] is not None else Decimal(parsed[0])
