"""Opening a matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from guantong.accounts.actors import Actor
from guantong.audit.ledger import next_entry
from guantong.base.now import now
from guantong.base.refusals import NotAllowed
from guantong.base.rows import insert_together
from guantong.figures.marks import marks_for
from guantong.matters.clocks import earliest, new_clock
from guantong.matters.holdings import holdings_of
from guantong.matters.models import Matter
from guantong.matters.registry import kind_by_code
from guantong.matters.vouching import KEY, words_digest

M = TypeVar("M", bound=Matter)


def open_matter(
    *, matter: M, kind: str, actor: Actor, transition: str = "", data: Mapping[str, Any] | None = None
) -> M:
    """Write a new matter, its first entry, its clocks and its figure marks in one statement.

    `matter` is an unsaved row of the kind's model with its own fields set; state, version of the rules,
    clocks and moment are set here. `transition` names the opening move where a procedure has several.
    Raises NotAllowed when the policy of that move says no, IntegrityError as an insert does.
    """
    declared = kind_by_code(kind)
    procedure = declared.procedure
    move = procedure.by_code[transition] if transition else procedure.opening
    if refusal := declared.policies[move.who](actor, matter):
        raise NotAllowed(refusal)
    at = now()
    matter.pk = matter.id  # an inherited row names its parent by its own key
    matter.kind = kind
    matter.state = move.target
    matter.rules_version = procedure.version
    matter.opened_at = at
    matter.closed_at = at if procedure.by_state[move.target].final else None
    clocks = [new_clock(matter, code, at=at) for code in move.starts_for(matter)]
    matter.due_at = earliest(clocks)
    entry = next_entry(
        chain=matter.pk,
        after=None,
        at=at,
        author=actor.author,
        action=move.code,
        target=move.target,
        data={**(data or {}), KEY: words_digest(matter)},
    )
    rows: Sequence[Any] = [matter, entry, *clocks, *holdings_of(matter, actor, at=at), *marks_for(matter)]
    insert_together(rows)
    return matter
