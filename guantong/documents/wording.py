"""How a document writes dates, numbers and the marks before its headings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

DIGITS = "零一二三四五六七八九"


def written_day(day: date) -> str:
    """成文日期: Arabic digits, the whole year, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def document_number(code: str, year: int, count: int) -> str:
    """发文字号: the office's code, the year in 六角括号, the number without 第 and leading zeros."""
    if not code or year < 1 or count < 1:
        raise ValueError(f"no document number: {code!r} {year} {count}")
    return f"{code}〔{year:04}〕{count}号"


def chinese_count(count: int) -> str:
    """1 to 99 in Chinese numerals. Raises ValueError for others."""
    if not 1 <= count <= 99:
        raise ValueError(f"no heading bears the number {count}")
    tens, ones = divmod(count, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def heading_mark(level: int, count: int) -> str:
    """What stands before the `count`-th heading of a level, 1 to 4."""
    return (f"{chinese_count(count)}、", f"（{chinese_count(count)}）", f"{count}.", f"（{count}）")[level - 1]


def addressees(names: Iterable[str]) -> str:
    """主送机关, with the full-width colon."""
    return "、".join(name.rstrip("：:") for name in names) + "："
