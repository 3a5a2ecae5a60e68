"""Matters, clocks and entries in the interface's shapes."""

from __future__ import annotations

from django.utils.translation import gettext

from guantong.accounts.actors import Actor
from guantong.api.shapes import Happening, Limit, MatterRow, MatterWhole, Move, Place
from guantong.audit.models import Entry
from guantong.matters.clocks import due_of
from guantong.matters.models import NO_DUE, Clock, Matter
from guantong.matters.policies import permitted_moves
from guantong.matters.registry import kind_of, procedure_of
from guantong.matters.selectors import running_clocks


def row_of(matter: Matter) -> MatterRow:
    """A matter as a list shows it; `holder` and `place` should be loaded."""
    return MatterRow(
        id=matter.id,
        kind=matter.kind,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        state_label=procedure_of(matter).by_state[matter.state].label,
        region=matter.region_id,
        place=Place(code=matter.place_id, name=matter.place.name),
        holder=matter.holder.name if matter.holder else "",
        opened_at=matter.opened_at,
        closed_at=matter.closed_at,
        due_at=None if matter.due_at == NO_DUE else matter.due_at,
    )


def whole_of(matter: Matter, actor: Actor) -> MatterWhole:
    """A matter with its running limits and the moves that this actor may make now."""
    own = kind_of(matter).model._default_manager.get(pk=matter.pk)
    return MatterWhole(
        **row_of(matter).model_dump(),
        version=matter.version,
        moves=[Move(code=move.code, label=move.label) for move in permitted_moves(actor, own)],
        limits=[_limit(clock) for clock in running_clocks(matter)],
    )


def _limit(clock: Clock) -> Limit:
    return Limit(
        code=clock.code,
        name=clock.rule["name"],
        started_at=clock.started_at,
        due_at=clock.due_at,
        paused=clock.due_at is None,
        provisional=clock.provisional,
        basis=clock.rule["basis"]["text"],
        working=due_of(clock).sentences(gettext),
    )


def happening_of(entry: Entry, matter: Matter) -> Happening:
    """One entry, its move named as the matter's own procedure names it."""
    move = procedure_of(matter).by_code.get(entry.action)
    return Happening(
        seq=entry.seq,
        at=entry.at,
        who=entry.author,
        role=entry.role,
        organisation=entry.organisation,
        action=entry.action,
        label=move.label if move else entry.action,
        source=entry.source,
        target=entry.target,
        reason=entry.reason,
    )
