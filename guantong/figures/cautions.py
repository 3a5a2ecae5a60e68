"""What a report's clause says besides the number, so that the number must not be held against the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guantong.extraction import Figure
from guantong.extraction.layout import Layout
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict

_PLAN = re.compile(r"(?<![按照])(?:计划(?!生育)|预计|力争|争取|目标|拟(?=[一-鿿])|下一步|今后|将(?=[开收办举]))")
_EARLIER = re.compile(r"(?:^|[,、;。:\n( ])(?:在)?(?:去年|上年|上一年|往年|同期|前年|上届)|(?:去年|上年)同期")
_TIME = re.compile(
    r"(?:^|[,、;。:\n(“ ]|截至|截止)(?:(?P<year>20\d\d)年|今年|本年)?(?:以来)?(?P<part>"
    r"上半年|下半年|(?:第)?[一二三四1-4]季度|1?\d月(?:份)?(?!\d*[日号底末])|全年)?"
)
_QUARTER = {sign: f"Q{n}" for n, signs in enumerate(("一1", "二2", "三3", "四4"), 1) for sign in signs}


@dataclass(frozen=True, slots=True)
class Caution:
    """Why a number cannot be compared, with the verdict that follows."""

    verdict: Verdict
    sentence: str


def caution(figure: Figure, plain: str, layout: Layout, period: Period) -> Caution | None:
    """The first reason against comparing a number with the records of `period`; None if nothing stands against it."""
    start, end = layout.clause(figure.start)
    clause = plain[start:end]
    if figure.kind == "change":
        return Caution(Verdict.OTHER_DEFINITION, _("这里说的是增减幅度，记录的是数量，口径不同。"))
    if _PLAN.search(clause):
        return Caution(Verdict.UNVERIFIABLE, _("这句说的是打算，不是已有的结果。"))
    before = plain[layout.sentence(figure.start)[0] : figure.start]
    other = _other_time(before, period)
    if other:
        words = {"said": other, "period": period.label_zh()}
        return Caution(Verdict.OTHER_DEFINITION, _("这句说的是%(said)s，统计期是%(period)s，时间口径不同。") % words)
    return None


def part_of_another(figure: Figure, earlier: Figure | None, plain: str) -> Caution | None:
    """A number after 其中 that counts the same thing as the one before it in the sentence is a part of that one."""
    if earlier is None or "其中" not in plain[earlier.end : figure.start]:
        return None
    return Caution(Verdict.OTHER_DEFINITION, _("这是前面“%(text)s”的一部分，口径不同。") % {"text": earlier.text})


def _other_time(before: str, period: Period) -> str:
    """The time that the sentence names last before the number, when it is not the period asked for."""
    if match := _EARLIER.search(before):
        return match[0].strip(",、;。:( \n").removeprefix("在")
    times = [match for match in _TIME.finditer(before) if match["year"] or match["part"]]
    if not times:
        return ""
    last = times[-1]
    year = last["year"] or next((m["year"] for m in reversed(times) if m["year"]), None) or str(period.start.year)
    return "" if _same(f"{year}{_suffix(last['part'])}", last["part"], period) else last[0].strip(",、;。:(“ \n")


def _same(code: str, part: str | None, period: Period) -> bool:
    # A bare year says little of a half-year's report: “2025年，我县收集…” stands for the period that the report is on.
    return code[:4] == str(period.start.year) if part is None else code == period.code


def _suffix(part: str | None) -> str:
    if part is None or part == "全年":
        return ""
    if part.endswith("半年"):
        return "H1" if part.startswith("上") else "H2"
    if part.endswith("季度"):
        return _QUARTER[part.removeprefix("第")[0]]
    return f"-{int(part.rstrip('份月')):02}"
