"""The grammar of Chinese whole numbers, with the pairs that mean a range (三四百, 十五六)."""

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
LONGEST = 20
"""A longer run of numerals is no number that a report writes."""


def parse(run: str) -> tuple[int, int | None] | None:
    """Read a run of numerals: (value, None), or (lower, upper) for a neighbouring pair, or None if it is none."""
    if not run or len(run) > LONGEST:
        return None
    plain = _whole(run)
    if plain is not None:
        return plain, None
    for at in range(len(run) - 1):
        first, second = _DIGITS.get(run[at], 0), _DIGITS.get(run[at + 1], 0)
        if not first or (second != first + 1 and (first, second) != (3, 5)):
            continue
        low, high = _whole(run[:at] + run[at] + run[at + 2 :]), _whole(run[:at] + run[at + 1 :])
        if low is not None and high is not None and low < high:
            return low, high
    return None


def _whole(run: str) -> int | None:
    """One number by its groups: at most one 万 and one 亿 from left to right, or 万亿, and a rest below them."""
    high, hundred_millions, rest = run.rpartition("亿")
    above = _below_hundred_million(high) if high else (1 if hundred_millions else 0)
    if above is None:
        return None
    if hundred_millions and not rest:
        return above * 10**8
    if hundred_millions and rest in _DIGITS:
        return above * 10**8 + _DIGITS[rest] * 10**7
    below = _below_hundred_million(rest)
    return None if below is None else above * 10**8 + below


def _below_hundred_million(run: str) -> int | None:
    high, ten_thousands, rest = run.partition("万")
    if not ten_thousands:
        return _section(run)
    above = _section(high) if high else 1
    if above is None:
        return None
    if not rest:
        return above * 10**4
    if rest in _DIGITS:
        return above * 10**4 + _DIGITS[rest] * 10**3
    below = _section(rest)
    return None if below is None else above * 10**4 + below


def _section(run: str) -> int | None:
    """A number below ten thousand; a digit after 百 or 千 without 零 counts tenths of it (三百五 is 350)."""
    total, digit, limit, zero = 0, None, 10**4, False
    for at, sign in enumerate(run):
        if sign in _PLACES:
            size = _PLACES[sign]
            if size >= limit or (digit is None and at and not (zero and sign == "十")):
                return None
            total += (1 if digit is None else digit) * size
            digit, limit, zero = None, size, False
        elif sign == "零":
            if digit is not None or zero:
                return None
            zero = True
        elif digit is not None or sign not in _DIGITS:
            return None
        else:
            digit = _DIGITS[sign]
    if digit is None:
        return total if total and not zero else (0 if run == "零" else None)
    return total + (digit * limit // 10 if limit in (100, 1000) and not zero else digit)
