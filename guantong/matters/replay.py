"""A matter as its entries tell of it: state, end, every changed field, and the digest of its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from guantong.audit.models import Entry
from guantong.kernel.procedure import Procedure
from guantong.matters.vouching import KEY


@dataclass(slots=True)
class Told:
    """What the entries say: `stands` is the state.

    `changed` has the last value of each field that a move changed, as the entry keeps it.
    """

    moves: int = 0
    stands: str = ""
    closed_at: datetime | None = None
    words: str = ""
    changed: dict[str, Any] = field(default_factory=dict)


def replay(entries: Iterable[Entry], procedure: Procedure) -> Told:
    """Follow the entries of one matter, the oldest first; those that are no moves change nothing."""
    told = Told()
    for entry in entries:
        if entry.action not in procedure.by_code:
            continue
        told.moves += 1
        told.stands = entry.target
        state = procedure.by_state.get(entry.target)
        told.closed_at = (told.closed_at or entry.at) if state and state.final else None
        data = entry.data if isinstance(entry.data, dict) else {}
        told.words = data.get(KEY, told.words)
        told.changed |= _changes(data.get("changes"))
    return told


def _changes(kept: Any) -> dict[str, Any]:
    """Field → value that it was given. An entry that was tampered with may keep anything at all."""
    if not isinstance(kept, dict):
        return {}
    return {name: change[1] for name, change in kept.items() if isinstance(change, list) and len(change) == 2}
