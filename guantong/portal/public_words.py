"""The history of an opinion in the words of whoever asked: bodies, never persons; reasons only where owed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import CITIZEN, SYSTEM
from guantong.audit.models import Entry
from guantong.opinions.models import Destination, Opinion

Sentence = Callable[[Entry], str]

REASON_SHOWN = frozenset({"decline", "route_out", "confirm", "reopen", "withdraw", "reprint_slip"})
"""Moves whose reason is told: it is owed to the person, or it is their own."""

INTERNAL = frozenset({"propose_close"})
"""Moves that are the offices' own business."""


@dataclass(frozen=True, slots=True)
class PublicEntry:
    """One step as the page of the person who asked shows it."""

    what: str
    who: str
    at: datetime
    said: str = ""
    tone: str = ""


def public_entries(entries: Iterable[Entry]) -> list[PublicEntry]:
    """The steps that are told, in the order given."""
    return [_told(entry) for entry in entries if entry.action in SENTENCES]


def reason_given(entries: Iterable[Entry], action: str) -> str:
    """The reason of the last step of this kind; empty without one."""
    return next((e.reason for e in sorted(entries, key=lambda e: -e.seq) if e.action == action), "")


def _told(entry: Entry) -> PublicEntry:
    return PublicEntry(
        what=SENTENCES[entry.action](entry),
        who=_who(entry),
        at=entry.at,
        said=entry.reason if entry.action in REASON_SHOWN else "",
        tone=TONES.get(entry.action, ""),
    )


def _who(entry: Entry) -> str:
    if entry.role == CITIZEN:
        return _("您")
    if entry.role == SYSTEM:
        return _("系统自动")
    return entry.organisation


def _changed_to(entry: Entry, field: str) -> Any:
    return entry.data.get("changes", {}).get(field, [None, None])[1]


def _handed_to(entry: Entry) -> str:
    holder = _changed_to(entry, "holder")
    name = holder["name"] if holder else _("承办单位")
    return _("交由%(body)s办理") % {"body": name}


def _routed(entry: Entry) -> str:
    destination = _changed_to(entry, "routed_to")
    name = Destination(destination).label if destination else _("有权处理的机关")
    return _("这件事由%(body)s受理，已转告您") % {"body": name}


def _by_phone(entry: Entry, own: str, noted: str) -> str:
    """What the person did; when staff noted it down for them, that is said."""
    return own if entry.role == CITIZEN else noted


SENTENCES: dict[str, Sentence] = {
    "submit": lambda e: _("提交了意见"),
    "submit_rapid": lambda e: _("提交了意见（民情速办）"),
    "record": lambda e: _("代为登记了意见"),
    "record_rapid": lambda e: _("代为登记了意见（民情速办）"),
    "accept": lambda e: _("受理了意见"),
    "triage_fast": lambda e: _("受理，列为速办"),
    "triage_limited": lambda e: _("受理，列为限办"),
    "triage_supervised": lambda e: _("受理，列为督办件"),
    "merge": lambda e: _("和反映同一问题的另一件意见合并办理"),
    "route_out": _routed,
    "decline": lambda e: _("没有受理，原因如下"),
    "become_suggestion": lambda e: _("由人大代表作为代表建议提出"),
    "assign_station": _handed_to,
    "assign_township": _handed_to,
    "assign_department": _handed_to,
    "dispatch": _handed_to,
    "answer_now": lambda e: _("作出了答复"),
    "answer": lambda e: _("作出了答复"),
    "hand_back": lambda e: _("承办单位不对口，正在重新安排"),
    "extend": lambda e: _("办理时间延长了"),
    "close": lambda e: _("办结"),
    "return_close": lambda e: _("认为还没有办好，退回继续办理"),
    "confirm": lambda e: _by_phone(e, _("确认并作出评价"), _("回访，记下了您的评价")),
    "reopen": lambda e: _by_phone(e, _("要求重新办理"), _("按您的要求重新办理")),
    "withdraw": lambda e: _by_phone(e, _("撤回了意见"), _("按您的要求撤回了意见")),
    "reprint_slip": lambda e: _("重印了您的回执"),
    "erase_contact": lambda e: _("删除了联系方式"),
    "remind": lambda e: _("超过预计时间，已催办"),
    "supervise": lambda e: _("仍未办理，县人大督办"),
    "report_to_chair": lambda e: _("仍未办理，已报告主任会议"),
}
TONES = {
    "answer": "done",
    "answer_now": "done",
    "close": "done",
    "remind": "grave",
    "supervise": "grave",
    "report_to_chair": "grave",
}


def congress_of(opinion: Opinion) -> str:
    """The body that takes opinions in for a region."""
    return _("%(region)s人大常委会") % {"region": opinion.region.name}
