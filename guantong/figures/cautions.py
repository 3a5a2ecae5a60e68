"""What a report's clause says besides the number, so that the number must not be held against the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guantong.extraction import Figure
from guantong.extraction.layout import Layout
from guantong.figures.said_times import another_time
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict

_PLAN = re.compile(r"(?<![按照])(?:计划(?!生育)|预计|力争|争取|目标|拟(?=[一-鿿])|下一步|今后|将(?=[开收办举]))")
_DENIED = re.compile(
    r"没有|尚未|并未|未能|从未|未(?=开展|收集|办结|解决|组织|举办|走访|化解|完成|形成|收到|达到)|不足(?!之处|和|及|等)|不到"
)
_EACH = re.compile(
    r"(?:每个?(?:月|季度?|年|周|天|日|站|县|名|位|人|村|乡镇|联络站)|平均|人均|户均|站均|月均|年均|日均)(?![^,]*(?:共|累计|合计))"
)
_ONE_OF_SEVERAL = re.compile(r"\d *[、,] *$")


@dataclass(frozen=True, slots=True)
class Caution:
    """Why a number cannot be compared, with the verdict that follows."""

    verdict: Verdict
    sentence: str


def caution(figure: Figure, plain: str, layout: Layout, period: Period) -> Caution | None:
    """The first reason against comparing a number with the records of `period`; None if nothing stands against it."""
    start, end = layout.clause(figure.start)
    clause, before = plain[start:end], plain[start : figure.start]
    if figure.kind == "change":
        return Caution(Verdict.OTHER_DEFINITION, _("这里说的是增减幅度，记录的是数量，口径不同。"))
    if _PLAN.search(clause):
        return Caution(Verdict.UNVERIFIABLE, _("这句说的是打算，不是已有的结果。"))
    if _DENIED.search(before):
        return Caution(Verdict.UNVERIFIABLE, _("这句说的是没有做到，不是已有的结果。"))
    if _EACH.search(before):
        return Caution(Verdict.OTHER_DEFINITION, _("这里说的是平均数或者每月、每个的数，记录的是总数，口径不同。"))
    if _ONE_OF_SEVERAL.search(before):
        return Caution(Verdict.UNVERIFIABLE, _("几个数连在一起写，看不出各是什么。"))
    other = another_time(plain[layout.sentence(figure.start)[0] : figure.start], period)
    if other:
        words = {"said": other, "period": period.label_zh()}
        return Caution(Verdict.OTHER_DEFINITION, _("这句说的是%(said)s，统计期是%(period)s，时间口径不同。") % words)
    return None


def part_of_another(figure: Figure, earlier: Figure | None, plain: str) -> Caution | None:
    """A number after 其中 that counts the same thing as the one before it in the sentence is a part of that one."""
    if earlier is None or "其中" not in plain[earlier.end : figure.start]:
        return None
    return Caution(Verdict.OTHER_DEFINITION, _("这是前面“%(text)s”的一部分，口径不同。") % {"text": earlier.text})
