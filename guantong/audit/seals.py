"""Sealing the days that have ended."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction

from guantong.audit.models import Entry, Seal
from guantong.base.now import CHINA, local_day, now, today
from guantong.kernel.merkle import root
from guantong.kernel.sm3chain import GENESIS, link


def _bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime.combine(day, time.min, CHINA)
    return start, start + timedelta(days=1)


def day_root(day: date) -> tuple[int, list[bytes]]:
    """How many entries a day has, and the heads that its chains had at its end, in the order of the chains."""
    start, end = _bounds(day)
    heads: dict[str, bytes] = {}
    count = 0
    rows = Entry.objects.filter(at__gte=start, at__lt=end).order_by("chain", "seq")
    for chain, digest in rows.values_list("chain", "digest").iterator():
        heads[str(chain)] = bytes(digest)
        count += 1
    return count, [heads[chain] for chain in sorted(heads)]


def seal_content(seal: Seal) -> dict[str, str | int]:
    """What the digest of a seal covers."""
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
    count, heads = day_root(day)
    if not heads:
        return None
    before = Seal.objects.order_by("-day").first()
    seal = Seal(day=day, entries=count, chains=len(heads), root=root(heads), sealed_at=now())
    seal.digest = link(bytes(before.digest) if before else GENESIS, seal_content(seal))
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
