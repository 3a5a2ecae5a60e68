"""The one writer of a matter's state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.audit.models import Entry
from guantong.base.now import now
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.kernel.procedure import Transition
from guantong.matters.clocks import earliest, turn
from guantong.matters.holdings import holdings_of
from guantong.matters.models import Holding, Matter
from guantong.matters.registry import kind_of
from guantong.matters.services.locking import lock_matter
from guantong.matters.vouching import vouched
from guantong.notifications.notices import Notice, send

M = TypeVar("M", bound=Matter)


@transaction.atomic
def perform(
    *,
    matter: M,
    transition: str,
    actor: Actor,
    seen_version: int | None = None,
    reason: str = "",
    changes: Mapping[str, Any] | None = None,
    given: Mapping[str, Any] | None = None,
    data: Mapping[str, Any] | None = None,
    tell: Sequence[Notice] = (),
) -> M:
    """Move a matter: lock it, check, then write state, entry, clocks, figure marks and messages.

    `changes` are fields of the matter to set with the move (what they were and became goes into the
    entry); `given` are the inputs that the transition's needs ask for, when they are not changes;
    `data` goes into the entry as it is. `seen_version` is the version that the person had before
    them. Returns the matter as it now stands.

    Raises Conflict when it was moved since, NotNow when the move does not begin in its state,
    NotAllowed when the policy says no, BadInput for a missing need.
    """
    held = lock_matter(matter)
    move = _legal_move(held, transition, seen_version)
    if refusal := kind_of(held).policies[move.who](actor, held):
        raise NotAllowed(refusal)
    changes = dict(changes or {})
    _check_needs(move, {**changes, **(given or {}), "reason": reason})
    at = now()
    source = held.state
    marks = marks_for(held)
    before_after = _apply(held, changes)
    words = vouched(held, before_after)
    if words:
        held.indexed_at = None
    _land(held, move, at=at)
    held.save()
    ledger.append(
        chain=held.pk,
        at=at,
        author=actor.author,
        action=move.code,
        source=source,
        target=held.state,
        reason=reason,
        data={**(data or {}), **({"changes": before_after} if before_after else {}), **words},
    )
    Mark.objects.bulk_create({m.cell: m for m in [*marks, *marks_for(held)]}.values())
    Holding.objects.bulk_create(holdings_of(held, actor, at=at), ignore_conflicts=True)
    send(tell, subject=held.pk, title=held.title, at=at)
    return held


def _legal_move(held: Matter, code: str, seen_version: int | None) -> Transition:
    procedure = kind_of(held).under(held.rules_version)
    if seen_version is not None and seen_version != held.version:
        last = Entry.objects.filter(chain=held.pk, action__in=procedure.by_code).order_by("-seq").first()
        who, what = (last.author, procedure.by_code[last.action].label) if last else ("", "")
        raise Conflict(
            _("在您打开页面之后，%(who)s已经进行了“%(what)s”。请查看最新情况后再操作。") % {"who": who, "what": what}
        )
    move = procedure.by_code.get(code)
    if move is None or held.state not in move.sources:
        here = procedure.by_state[held.state].label
        raise NotNow(_("事项目前处于“%(here)s”，不能进行这一步。") % {"here": here})
    return move


def _check_needs(move: Transition, inputs: Mapping[str, Any]) -> None:
    missing = {
        need.name: _("请填写%(what)s。") % {"what": need.label}
        for need in move.needs
        if need.required and inputs.get(need.name) in (None, "", [])
    }
    if missing:
        raise BadInput(missing)


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return {"id": str(value.pk), "name": str(value)}
    if value is None or isinstance(value, bool | int | str | dict | list):
        return value
    return str(value)


def _apply(held: Matter, changes: Mapping[str, Any]) -> dict[str, Any]:
    before_after = {}
    for name, value in changes.items():
        before = getattr(held, name)
        if before != value:
            before_after[name] = [_plain(before), _plain(value)]
            setattr(held, name, value)
    return before_after


def _land(held: Matter, move: Transition, *, at: Any) -> None:
    procedure = kind_of(held).under(held.rules_version)
    held.state = move.lands_in(held.state)
    held.version += 1
    final = procedure.by_state[held.state].final
    held.due_at = earliest(turn(held, move, at=at, final=final))
    held.closed_at = (held.closed_at or at) if final else None
