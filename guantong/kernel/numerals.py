"""Whole numbers and years in Chinese numerals, and back."""

import re

LIMIT = 10**12
"""Numbers from 0 up to, but not including, this one can be written."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_GROUPS = ((10**8, "亿"), (10**4, "万"), (1, ""))
_ALIASES = str.maketrans({"〇": "零", "两": "二"})
_SECTION = re.compile(r"(?:(.)千)?零?(?:(.)百)?零?(?:(.)?(十))?零?(.)?")


class NumeralError(ValueError):
    """The text is not a Chinese numeral in its usual written form, or the number is out of range."""


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


def from_chinese(text: str) -> int:
    """Read what `to_chinese` writes (also with 两 and 〇); raise NumeralError for any other text."""
    plain = text.translate(_ALIASES)
    number = _total(plain) if plain else None
    if number is None or number >= LIMIT or to_chinese(number).removeprefix("一") != plain.removeprefix("一"):
        raise NumeralError(f"“{text}”不是规范的中文数字")
    return number


def year_to_chinese(year: int) -> str:
    """Write a year digit by digit, as on an official document: 2025 → 二〇二五年."""
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(year)) + "年"


def _section(number: int) -> str:
    written, gap = "", False
    for size, name in _PLACES:
        digit, number = divmod(number, size)
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + name
        gap = not digit
    return written


def _total(text: str) -> int | None:
    total = 0
    for size, name in _GROUPS:
        head, found, tail = text.partition(name) if name else (text, "", "")
        if name and not found:
            continue
        section = _section_value(head)
        if section is None:
            return None
        total, text = total + section * size, tail
    return total


def _section_value(text: str) -> int | None:
    match = _SECTION.fullmatch(text)
    if match is None:
        return None
    thousand, hundred, ten, has_ten, one = match.groups()
    digits = (thousand, hundred, ten or ("一" if has_ten else None), one)
    if any(digit is not None and digit not in _DIGITS for digit in digits):
        return None
    return sum(_DIGITS.index(digit) * size for digit, (size, _) in zip(digits, _PLACES, strict=True) if digit)
