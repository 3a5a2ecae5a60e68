"""Records beside the ledger that must say what it says: told by the layers that know them, which lie above this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guantong.audit.faults import Fault, Tick


@dataclass(frozen=True, slots=True)
class Witness:
    """Holds one kind of record against its entries. `extent` counts the records, each of which is one tick."""

    extent: Callable[[], int]
    faults: Callable[[Tick], Iterator[Fault]]


_witnesses: list[Witness] = []


def register(witness: Witness) -> None:
    """Have it asked at every verification."""
    _witnesses.append(witness)


def witnesses() -> list[Witness]:
    """All that were registered, in that order."""
    return list(_witnesses)
