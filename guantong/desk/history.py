"""The ledger of a matter in words: every entry with who, when, why, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Field, Model
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guantong.accounts.actors import CITIZEN, SYSTEM
from guantong.accounts.models import Role
from guantong.audit.models import Entry
from guantong.base.now import CHINA
from guantong.desk.who import TOLD_BY_THE_BODY
from guantong.kernel.clock import Unit
from guantong.kernel.procedure import Procedure

OTHER_ACTIONS: dict[str, Promise] = {
    "view_contact": gettext_lazy("查看联系方式"),
    "reprint_slip": gettext_lazy("重印回执"),
    "recompute_clock": gettext_lazy("按新的放假安排重新计算时限"),
}
"""Entries that are not moves of a procedure."""

GRAVE = frozenset({"remind", "supervise", "report_to_chair", "decline", "reopen", "return_close", "dispute"})
DONE = frozenset({"close", "confirm", "check", "hold"})
BY_MANY = frozenset({"check_in"})
"""Moves that the people in a room make within minutes."""

SILENT = frozenset({"answered_at", "confirmed_at"})
"""Changes that the entry's own moment already tells."""

LABELS: dict[str, Promise] = {"holder": gettext_lazy("承办单位"), "resolved_at": gettext_lazy("解决时间")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry of base/_timeline.html."""

    number: int
    what: str
    who: str
    role: str
    at: datetime
    said: str
    tone: str


def history(entries: Sequence[Entry], procedure: Procedure, model: type[Model]) -> list[Shown]:
    """Every entry, in the order given; what many did one after the other is told once, with all their names."""
    runs = groupby(entries, key=lambda entry: entry.action if entry.action in BY_MANY else str(entry.seq))
    return [_shown(list(run), procedure, model) for _key, run in runs]


def _shown(run: Sequence[Entry], procedure: Procedure, model: type[Model]) -> Shown:
    last = run[-1]
    what = action_label(last.action, procedure)
    alone = len(run) == 1
    return Shown(
        number=last.seq,
        what=what if alone else _("%(what)s（%(n)s人）") % {"what": what, "n": len(run)},
        who=_("、").join(entry.author for entry in run),
        role="，".join(filter(None, (last.organisation, _role(last)))) if alone else "",
        at=last.at,
        said="\n".join(_said(last, model)),
        tone="grave" if last.action in GRAVE else "done" if last.action in DONE else "",
    )


def action_label(action: str, procedure: Procedure) -> str:
    """What an action of an entry is called."""
    move = procedure.by_code.get(action)
    return move.label if move else str(OTHER_ACTIONS.get(action, action))


def _role(entry: Entry) -> str:
    """What the post is called; nothing where the body's name says it already."""
    role = entry.role
    if role in (CITIZEN, SYSTEM) or role not in Role.values or (entry.organisation and role in TOLD_BY_THE_BODY):
        return ""
    return str(Role(role).label)


def _said(entry: Entry, model: type[Model]) -> Iterator[str]:
    if entry.reason:
        yield entry.reason
    yield from _besides(entry)
    for name, (before, after) in entry.data.get("changes", {}).items():
        if name not in SILENT and not name.endswith("_id"):
            yield from _change(model, name, before, after)


def _besides(entry: Entry) -> Iterator[str]:
    """What an entry keeps beside the changes of its matter."""
    data = entry.data
    if data.get("on_behalf"):
        yield _("由工作人员代当事人办理")
    if body := data.get("next_body"):
        yield _("建议承办单位：%(body)s") % {"body": body}
    if (amount := data.get("amount")) and (unit := data.get("unit")):
        yield _("延长%(n)s%(unit)s") % {"n": amount, "unit": _(Unit(unit).label)}
    if (deputy := data.get("deputy")) and deputy != entry.author:
        yield _("代表：%(name)s") % {"name": deputy}
    if people := data.get("person_times"):
        yield _("走访%(n)s人次") % {"n": people}


def _change(model: type[Model], name: str, before: Any, after: Any) -> Iterator[str]:
    field: Any = model._meta.get_field(name)
    label = LABELS.get(name, field.verbose_name)
    old, new = _worded(field, before), _worded(field, after)
    if old and new:
        yield _("%(what)s：由“%(old)s”改为“%(new)s”") % {"what": label, "old": old, "new": new}
    elif new:
        yield _("%(what)s：%(new)s") % {"what": label, "new": new}
    elif old:
        yield _("取消%(what)s“%(old)s”") % {"what": label, "old": old}


def _worded(field: Field[Any, Any], value: Any) -> str:
    """A stored value as people read it: the label of a choice, the name of a body, a moment in China."""
    if value in (None, ""):
        return ""
    if isinstance(value, dict):
        return str(value["name"])
    if choices := dict(field.flatchoices):
        return str(choices.get(value, value))
    if isinstance(value, str) and field.get_internal_type() == "DateTimeField" and (moment := parse_datetime(value)):
        return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    return str(value)
