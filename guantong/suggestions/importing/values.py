"""What a cell means: text, a day, a number, names, a grade, the class of a reply."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from guantong.base.satisfaction import Satisfaction
from guantong.suggestions.models.choices import ReplyCategory

WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
"""Full-width digits and letters 全角 → the usual ones; Chinese punctuation stays as it is."""

EXCEL_DAY_ZERO = date(1899, 12, 30)
EXCEL_DAYS = range(18_264, 73_051)
"""Day numbers of 1950 to 2099; a smaller or greater number is no date."""

FULL_DAY = re.compile(r"(\d{4})[年./\-_](\d{1,2})[月./\-_](\d{1,2})(?:[日号.])?(?:[ T]?\d{1,2}[:时].*)?")
RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
MONTH_AND_DAY = re.compile(r"(\d{1,2})(?:月|[./\-])(\d{1,2})[日号]?")
GRADES = {
    "满意": Satisfaction.SATISFIED,
    "非常满意": Satisfaction.SATISFIED,
    "很满意": Satisfaction.SATISFIED,
    "基本满意": Satisfaction.FAIR,
    "较满意": Satisfaction.FAIR,
    "比较满意": Satisfaction.FAIR,
    "不满意": Satisfaction.DISSATISFIED,
}
STEMS = {"甲": "A", "乙": "B", "丙": "C", "丁": "D"}
CLASSES = (
    (ReplyCategory.NOT_FEASIBLE, ("暂不能", "不能解决", "留作参考", "暂时无法", "无法解决")),
    (ReplyCategory.PLANNED, ("列入计划", "计划解决", "逐步解决", "拟解决")),
    (ReplyCategory.IN_PROGRESS, ("正在解决", "正在办理", "部分解决")),
    (ReplyCategory.RESOLVED, ("已经解决", "已解决", "基本解决", "解决采纳")),
)


def text_of(value: Any) -> str:
    """A cell as text: no blanks around it, digits of the usual width, 12.0 as 12."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).translate(WIDE).replace("\u3000", " ").replace("\r\n", "\n").strip()


def day_of(value: Any, year: int) -> date:
    """The day that a cell names; one without a year is of `year`. Raises ValueError for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        value = int(value) if int(value) in EXCEL_DAYS else "?"  # 3.1 may mean the first or the tenth
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text_of(value))).strip()
    if text.isdigit() and int(text) in EXCEL_DAYS:
        return EXCEL_DAY_ZERO + timedelta(days=int(text))
    tight = re.sub(r"(?<=[年月./\-]) | (?=[年月日号./\-])", "", text)
    if found := FULL_DAY.fullmatch(tight) or RUN_TOGETHER.fullmatch(tight):
        return date(*map(int, found.groups()))
    if found := MONTH_AND_DAY.fullmatch(tight):
        return date(year, *map(int, found.groups()))
    raise ValueError(text)


def year_in(text: str) -> int | None:
    """The year that a title or a sheet's name tells of."""
    found = re.search(r"(?<!\d)(19[89]\d|20\d\d)(?=年|度|$|\D)", unicodedata.normalize("NFKC", text))
    return int(found[1]) if found else None


def plain_number(text: str) -> int | None:
    """The number of 12, 第12号 or １２; None for a number in an office's own pattern."""
    found = re.fullmatch(r"(?:第|NO\.?)?\s*0*(\d{1,6})\s*号?", unicodedata.normalize("NFKC", text), re.IGNORECASE)
    return int(found[1]) if found else None


def names_of(value: Any) -> list[str]:
    """The names in a cell, each once: parted by 、 and its like or by blanks; 王　芳 is one name, 等5人 is none."""
    text = re.sub(r"[(（][^)）]*[)）]", "", text_of(value))
    text = re.sub(r"等\s*[\d一二三四五六七八九十]*\s*(?:人|名|位)?(?:代表)?$", "", text)
    names: list[str] = []
    for part in re.split(r"[、，,；;/\n|]", text):
        names += _names_between_blanks(part.split())
    return list(dict.fromkeys(re.sub(r"[•‧・．]", "·", name) for name in names if name))


def _names_between_blanks(words: list[str]) -> list[str]:
    """Single signs side by side are one name that was spread out."""
    names: list[str] = []
    open_name = ""
    for word in words:
        if len(word) == 1:
            open_name += word
            continue
        names += [open_name, word]
        open_name = ""
    return [name for name in (*names, open_name) if name]


def units_of(value: Any) -> list[str]:
    """The units in a cell, each once."""
    text = re.sub(r"\s*\n\s*", "、", text_of(value))
    parts = (re.sub(r"\s+", "", part) for part in re.split(r"[、，,；;|]|\s{2,}", text))
    return list(dict.fromkeys(part for part in parts if part))


def grade_of(text: str) -> Satisfaction:
    """满意, 基本满意 or 不满意. Raises ValueError."""
    if (known := GRADES.get(re.sub(r"\s+|[。√✓☑]", "", text))) is None:
        raise ValueError(text)
    return known


def category_of(text: str, letters: Mapping[str, str]) -> ReplyCategory:
    """The class of a reply by its letter (A类, 甲, the county's own `letters`) or in words. Raises ValueError."""
    tight = re.sub(r"\s+|[。]", "", unicodedata.normalize("NFKC", text))
    letter = re.sub(r"[类级]$", "", tight).upper()
    wanted = {letter, STEMS.get(letter, letter)}
    for category, own in letters.items():
        if own.upper() in wanted:
            return ReplyCategory(category)
    for known, words in CLASSES:
        if any(word in tight for word in words):
            return known
    raise ValueError(text)
