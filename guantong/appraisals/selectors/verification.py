"""Whether stored sheets still say what was computed, and what the records say now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from guantong.appraisals.models import ScoreLine, ScoreSheet
from guantong.appraisals.scoring import ranks
from guantong.appraisals.selectors.sheets import differences
from guantong.audit.models import Entry
from guantong.kernel.sm3chain import canonical, sm3

COMPUTING = ("compute", "recompute")


@dataclass(frozen=True, slots=True)
class Fault:
    """One sheet that does not hold, and in which way."""

    sheet: ScoreSheet
    what: str


def digest_of(sheet: ScoreSheet, lines: Iterable[ScoreLine]) -> str:
    """SM3 over the rule and what was computed for every line, appeals apart: the entry of computing keeps it."""
    held = list(lines)
    ranked = ranks(line.scored for line in held)
    rows = sorted((ranked[line.scored], line.subject_id, line.working) for line in held)
    told = [{"subject": subject, "rank": rank, "working": working} for rank, subject, working in rows]
    return sm3(canonical({"rule": sheet.rule, "lines": told})).hex()


def faults(sheet: ScoreSheet) -> Iterator[Fault]:
    """Everything about a computed sheet that does not hold, each in a sentence."""
    lines = list(sheet.lines.select_related("deputy", "unit", "appeal"))
    entry = Entry.objects.filter(chain=sheet.pk, action__in=COMPUTING).order_by("-seq").first()
    if entry is None or entry.data["sm3"] != digest_of(sheet, lines):
        yield Fault(sheet, _("评分办法或计算过程与台账记下的摘要不同"))
    for name in _ill_added(lines):
        yield Fault(sheet, _("%(who)s：得分、申诉调整或名次与计算过程对不上") % {"who": name})
    for name in differences(sheet):
        yield Fault(sheet, _("%(who)s：按现在的记录重算，结果不同") % {"who": name})


def _ill_added(lines: Sequence[ScoreLine]) -> list[str]:
    ranked = ranks(line.points for line in lines)
    return [
        str(line)
        for line in lines
        if str(line.scored) != line.working["points"]
        or line.changed != _upheld(line)
        or line.rank != ranked[line.points]
    ]


def _upheld(line: ScoreLine) -> Decimal:
    appeal = getattr(line, "appeal", None)
    return Decimal(0) if appeal is None else appeal.change
