"""The time that a report's sentence speaks of, held against the period that the report is on."""

from __future__ import annotations

import re

from guantong.kernel.periods import Period

_BEGINS = r"(?:^|(?<=[,、;。:\n(“ 县市区旗乡镇村站])|(?<=截至)|(?<=截止))"
"""Where a time may begin: at the head of a clause, or behind whoever it is said of (乐业县6月开展)."""

_EARLIER = re.compile(r"(?:^|[,、;。:\n( 县市区旗])(?:在)?(?:去年|上年|上一年|往年|同期|前年|上届)|(?:去年|上年)同期")
_TIME = re.compile(
    _BEGINS + r"(?:(?P<year>20\d\d)年|今年|本年)?(?:以来)?(?P<part>"
    r"上半年|下半年|(?:第)?[一二三四1-4]季度|(?P<first>1?\d)月?[至到-](?P<last>1?\d)月(?:份)?"
    r"|1?\d月(?:份)?(?!\d*[日号底末])|全年)?"
)
_UNTIL = re.compile(r"截[至止]到?(?:(?P<year>20\d\d)年|今年|本年)?(?P<month>1?\d)月(?:底|末|份)?(?:\d{1,2}[日号])?")
_QUARTER = {sign: f"Q{n}" for n, signs in enumerate(("一1", "二2", "三3", "四4"), 1) for sign in signs}
_SPANS = {(1, 6): "H1", (7, 12): "H2", (1, 12): "", (1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4"}


def another_time(before: str, period: Period) -> str:
    """What the sentence names last before a number as its time, when that is not `period`; else empty."""
    if match := _EARLIER.search(before):
        return match[0].strip(",、;。:( \n县市区旗").removeprefix("在")
    if (until := _UNTIL.search(before)) and not _ends_with(until, period):
        return until[0]
    times = [match for match in _TIME.finditer(before) if match["year"] or match["part"]]
    if not times:
        return ""
    last = times[-1]
    year = last["year"] or next((m["year"] for m in reversed(times) if m["year"]), None) or str(period.start.year)
    return "" if _same(f"{year}{_suffix(last)}", last["part"], period) else last[0]


def _ends_with(until: re.Match[str], period: Period) -> bool:
    """Whether “up to the end of a month” is the end of the period."""
    year = int(until["year"] or period.end.year)
    return (year, int(until["month"])) == (period.end.year, period.end.month)


def _same(code: str, part: str | None, period: Period) -> bool:
    # A bare year says little of a half-year's report: “2025年，我县收集…” stands for the period that the report is on.
    return code[:4] == str(period.start.year) if part is None else code == period.code


def _suffix(time: re.Match[str]) -> str:
    part = time["part"]
    if part is None or part == "全年":
        return ""
    if time["first"]:
        months = (int(time["first"]), int(time["last"]))
        return _SPANS.get(months, f"-{months[0]}..{months[1]}")
    if part.endswith("半年"):
        return "H1" if part.startswith("上") else "H2"
    if part.endswith("季度"):
        return _QUARTER[part.removeprefix("第")[0]]
    return f"-{int(part.rstrip('份月')):02}"
