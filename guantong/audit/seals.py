"""Sealing a day, and finding what was tampered with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from guantong.audit.models import Entry, Seal
from guantong.base.now import CHINA, local_day, now, today
from guantong.kernel.merkle import root
from guantong.kernel.sm3chain import GENESIS, link


@dataclass(frozen=True, slots=True)
class Fault:
    """One place at which the ledger does not hold: a chain and entry, or a day."""

    where: str
    what: str


def _bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time.min, CHINA)
    return start, start + timedelta(days=1)


def _day_root(day: date) -> tuple[int, list[bytes]]:
    start, end = _bounds(day)
    heads: dict[str, bytes] = {}
    count = 0
    rows = Entry.objects.filter(at__gte=start, at__lt=end).order_by("chain", "seq")
    for chain, digest in rows.values_list("chain", "digest").iterator():
        heads[str(chain)] = bytes(digest)
        count += 1
    return count, [heads[chain] for chain in sorted(heads)]


def _seal_content(seal: Seal) -> dict[str, str | int]:
    return {
        "day": seal.day.isoformat(),
        "entries": seal.entries,
        "chains": seal.chains,
        "root": bytes(seal.root).hex(),
    }


@transaction.atomic
def seal_day(*, day: date) -> Seal | None:
    """Seal one past day; None when nothing happened on it or it is sealed. Raises ValueError for today."""
    if day >= today():
        raise ValueError("a day is sealed after it has ended")
    if Seal.objects.filter(day__gte=day).exists():
        return None
    count, heads = _day_root(day)
    if not heads:
        return None
    before = Seal.objects.order_by("-day").first()
    seal = Seal(day=day, entries=count, chains=len(heads), root=root(heads), sealed_at=now())
    seal.digest = link(bytes(before.digest) if before else GENESIS, _seal_content(seal))
    seal.save(force_insert=True)
    return seal


def seal_past_days() -> int:
    """Seal every ended day that is not sealed yet, oldest first; how many seals were made."""
    last = Seal.objects.order_by("-day").values_list("day", flat=True).first()
    first = Entry.objects.order_by("at").values_list("at", flat=True).first()
    if first is None:
        return 0
    day = last + timedelta(days=1) if last else local_day(first)
    made = 0
    while day < today():
        made += seal_day(day=day) is not None
        day += timedelta(days=1)
    return made


def _chain_faults() -> Iterator[Fault]:
    before: Entry | None = None
    for entry in Entry.objects.order_by("chain", "seq").iterator(chunk_size=2000):
        if before is None or before.chain != entry.chain:
            before = None
        expected = before.seq + 1 if before else 1
        where = f"{entry.chain} #{entry.seq}"
        if entry.seq != expected:
            yield Fault(where, f"entry {expected} is missing")
        elif link(bytes(before.digest) if before else GENESIS, entry.content()) != bytes(entry.digest):
            yield Fault(where, "content does not match its digest")
        before = entry


def _seal_faults() -> Iterator[Fault]:
    before = GENESIS
    for seal in Seal.objects.order_by("day"):
        count, heads = _day_root(seal.day)
        if (count, len(heads)) != (seal.entries, seal.chains):
            yield Fault(f"{seal.day}", f"{seal.entries} entries were sealed, {count} are there")
        elif root(heads) != bytes(seal.root):
            yield Fault(f"{seal.day}", "the entries are not those that were sealed")
        if link(before, _seal_content(seal)) != bytes(seal.digest):
            yield Fault(f"{seal.day}", "the seal does not follow from the one before")
        before = bytes(seal.digest)


def faults() -> Iterator[Fault]:
    """Every place at which the ledger does not hold; nothing when it is whole.

    Found: a changed, missing or inserted entry, also when its chain's digests were recomputed, provided
    that its day was sealed; a changed seal. Not found: a rewriting of entries and of every seal after
    them by someone who owns the database, unless a later seal's digest was kept elsewhere
    (`guantong ledger seals` prints them for that).
    """
    yield from _chain_faults()
    yield from _seal_faults()
