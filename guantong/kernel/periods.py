"""Reporting periods: a year, a half-year, a quarter or a month, by the code that people type."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Self

from guantong.kernel.workdays import SHANGHAI

_CODE = re.compile(r"(?P<year>[0-9]{4})(?:(?P<mark>[HQ])(?P<part>[1-4])|-(?P<month>[0-9]{2}))?")
_QUARTERS = "一二三四"


class PeriodError(ValueError):
    """The code does not name a reporting period; the message (Chinese) says which codes do."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting period; `start` and `end` are its first and last day, both inside it."""

    start: date
    end: date
    code: str

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read `2025`, `2025H1`, `2025Q3` or `2025-06`; raise `PeriodError` for anything else."""
        match = _CODE.fullmatch(code.strip().upper())
        if match is None:
            raise PeriodError(_refusal(code))
        year, months = int(match["year"]), _months(match)
        if year < 1949 or year > 9998 or months is None:
            raise PeriodError(_refusal(code))
        first, last = months
        end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
        return cls(date(year, first, 1), end, match[0])

    @property
    def months(self) -> int:
        """Length in months: 1, 3, 6 or 12."""
        return self.end.month - self.start.month + 1

    def previous(self) -> Self:
        """Return the period of the same length that ends the day before this one begins (环比)."""
        last = self.start - timedelta(days=1)
        return self.parse(_code(last.year, last.month, self.months))

    def label_zh(self) -> str:
        """Return the name in Chinese, such as 2025年上半年."""
        year = f"{self.start.year}年"
        match self.months:
            case 12:
                return year
            case 6:
                return year + ("上半年" if self.start.month == 1 else "下半年")
            case 3:
                return f"{year}第{_QUARTERS[self.start.month // 3]}季度"
            case _:
                return f"{year}{self.start.month}月"

    def bounds(self, tz: tzinfo = SHANGHAI) -> tuple[datetime, datetime]:
        """Return the first moment inside and the first moment after the period, aware, in `tz`."""
        after = self.end + timedelta(days=1)
        return datetime.combine(self.start, time(), tz), datetime.combine(after, time(), tz)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.code


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    if match["month"]:
        month = int(match["month"])
        return (month, month) if 1 <= month <= 12 else None
    if not match["mark"]:
        return 1, 12
    part, length = int(match["part"]), 6 if match["mark"] == "H" else 3
    last = part * length
    return (last - length + 1, last) if last <= 12 else None


def _code(year: int, last_month: int, length: int) -> str:
    match length:
        case 12:
            return f"{year}"
        case 6:
            return f"{year}H{last_month // 6}"
        case 3:
            return f"{year}Q{last_month // 3}"
        case _:
            return f"{year}-{last_month:02}"


def _refusal(code: str) -> str:
    shown = code if len(code) <= 20 else code[:20] + "…"
    forms = "2025（全年）、2025H1（上半年）、2025Q3（第三季度）、2025-06（月份）"
    return f"无法识别统计期“{shown}”。可以写：{forms}。"
