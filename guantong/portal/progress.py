"""Where an opinion stands, whose move it is and when something may be expected, for whoever asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from guantong.base.now import CHINA, now
from guantong.deadlines.calendar import calendar
from guantong.deadlines.rules import from_json
from guantong.kernel.clock import ClockRule, Unit, remaining
from guantong.matters.models import NO_DUE, Clock
from guantong.matters.registry import procedure_of
from guantong.opinions.deadlines import ACCEPT, ASSIGN, FEEDBACK, TRIAGE
from guantong.opinions.models import Opinion
from guantong.portal.public_words import congress_of

UNSEEN = ("closing",)
"""Steps between offices that the person who asked need not tell from the one before."""

SOON = 2
"""Units left below which a time limit is shown as running short."""


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A running clock as base/_clock.html shows it."""

    state: str
    word: str
    due: str
    source: str
    explanation: str = ""


def steps_of(opinion: Opinion) -> list[Step]:
    """The normal course with what is done and what comes; an end beside it stands where it was reached."""
    procedure = procedure_of(opinion)
    path = [state for state in procedure.main_path if state.code not in UNSEEN]
    codes = [state.code for state in path]
    here = "answered" if opinion.state in UNSEEN else opinion.state
    if here not in codes:
        reached = path[: 2 if opinion.number else 1]
        end = procedure.by_state[here]
        return [*(Step(state.label, "done") for state in reached), Step(end.label, "now")]
    at = codes.index(here)
    if path[at].final:
        return [Step(state.label, "done") for state in path]
    return [Step(state.label, "done" if i < at else "now" if i == at else "next") for i, state in enumerate(path)]


def state_label(opinion: Opinion) -> str:
    """Where it stands, in a word."""
    return procedure_of(opinion).by_state[opinion.state].label


def whose_move(opinion: Opinion) -> str:
    """Who has to do something now, as a sentence; empty when nobody has."""
    congress = congress_of(opinion)
    holder = opinion.holder.name if opinion.holder else _("承办单位")
    sentences = {
        "received": _("等%(congress)s登记受理。"),
        "accepted": _("%(congress)s正在安排由谁来办。"),
        "assigned": _("%(holder)s正在办理。"),
        "answered": _("已经答复，请您看看是否满意。"),
        "closing": _("已经答复，请您看看是否满意。%(congress)s正在核对能否办结。"),
        "closed": "" if opinion.confirmed_at else _("已经办结。您还没有评价，欢迎说说是否满意。"),
        "merged": _("和反映同一问题的另一件意见合并办理，进展见下面。"),
        "routed_out": _("这件事不由人大办理，请按下面的告知去办。"),
        "declined": _("没有受理，原因见下面。"),
        "became": _("由人大代表作为代表建议提出，办到哪一步见下面。"),
        "withdrawn": _("已经撤回。"),
    }
    return sentences.get(opinion.state, "") % {"congress": congress, "holder": holder}


def expected_at_start(opinion: Opinion) -> str:
    """When the person may first expect to hear, from the earliest clock; empty when none runs."""
    if opinion.due_at >= NO_DUE:
        return ""
    return _("预计%(day)s前告诉您是否受理。") % {"day": spoken_day(opinion.due_at)}


def expected(clocks: Sequence[Clock]) -> str:
    """What may be expected and when, from the earliest running clock; empty when none runs."""
    first = _first(clocks)
    if first is None or first.due_at is None:
        return ""
    if first.due_at < now():
        return _("比预计的时间晚了，已经在催办。")
    sentences = {
        ACCEPT.code: _("预计%(day)s前告诉您是否受理。"),
        TRIAGE.code: _("预计%(day)s前告诉您是否受理。"),
        ASSIGN.code: _("预计%(day)s前安排好由谁来办。"),
        FEEDBACK.code: _("%(day)s前可能有人回访您；您也可以现在就评价。"),
    }
    sentence = sentences.get(first.code, _("预计%(day)s前答复您。"))
    return sentence % {"day": spoken_day(first.due_at, exact=from_json(first.rule).unit is Unit.HOURS)}


def time_limit(clocks: Sequence[Clock]) -> TimeLimit | None:
    """The earliest running clock with the rule that it comes from."""
    first = _first(clocks)
    if first is None or first.due_at is None:
        return None
    rule = from_json(first.rule)
    left = remaining(first.due_at, now(), calendar(), rule.unit)
    state = "late" if left.overdue else "today" if not left.amount else "soon" if left.amount <= SOON else "running"
    exact = rule.unit is Unit.HOURS
    return TimeLimit(state, left.sentence(_), spoken_day(first.due_at, exact=exact), _source(rule))


def spoken_day(moment: datetime, *, exact: bool = False) -> str:
    """A day as people say it, 11月25日（星期三）; with the hour when `exact`."""
    local = moment.astimezone(CHINA)
    return date_format(local, _("n月j日 H:i")) if exact else date_format(local, _("n月j日（l）"))


def _source(rule: ClockRule) -> str:
    return _("%(name)s：%(amount)s%(unit)s。%(basis)s") % {
        "name": _(rule.name),
        "amount": rule.amount,
        "unit": _(rule.unit.label),
        "basis": _(rule.basis.text),
    }


def _first(clocks: Sequence[Clock]) -> Clock | None:
    return min((c for c in clocks if c.due_at), key=lambda c: c.due_at or NO_DUE, default=None)
