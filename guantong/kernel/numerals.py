"""Whole numbers in Chinese numerals."""

LIMIT = 10**12
"""Numbers from 0 up to, but not including, this one can be written."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_GROUPS = ((10**8, "亿"), (10**4, "万"), (1, ""))


class NumeralError(ValueError):
    """The number is out of range."""


def to_chinese(number: int) -> str:
    """Write 0 ≤ `number` < 10¹² as a report does (12 十二, 10010 一万零一十); raise NumeralError outside."""
    if not 0 <= number < LIMIT:
        raise NumeralError(f"{number} 超出可书写的范围")
    if number == 0:
        return _DIGITS[0]
    written, gap = "", False
    for size, name in _GROUPS:
        group, number = divmod(number, size)
        if group:
            written += ("零" if written and (gap or group < 1000) else "") + _section(group) + name
        gap = not group
    return written.removeprefix("一") if written.startswith("一十") else written


def _section(number: int) -> str:
    written, gap = "", False
    for size, name in _PLACES:
        digit, number = divmod(number, size)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + name
        gap = not digit
    return written
