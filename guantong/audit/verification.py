"""Whether the ledger holds: against itself, against its seals, and against the records that it tells of."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.audit.chains import chain_faults
from guantong.audit.faults import Fault, Tick, unwatched
from guantong.audit.models import Entry, Seal
from guantong.audit.seal_faults import seal_faults
from guantong.audit.witnesses import witnesses


def extent() -> int:
    """How many ticks a verification takes: entries, seals and the records beside them."""
    return Entry.objects.count() + Seal.objects.count() + sum(witness.extent() for witness in witnesses())


def faults(tick: Tick = unwatched) -> Iterator[Fault]:
    """Every place at which the ledger does not hold; nothing when it is whole. It streams, however long the ledger.

    Found: a changed, missing or inserted entry, also when its chain's digests were recomputed, provided that
    its day was sealed; entries on a day that has no seal; a changed or missing seal; a record that stands
    otherwise than its entries say. Not found: what THREAT_MODEL.md names.
    """
    yield from chain_faults(tick)
    yield from seal_faults(tick)
    for witness in witnesses():
        yield from witness.faults(tick)
