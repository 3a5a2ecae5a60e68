"""What a changed calendar does to clocks that run."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.base.now import now
from guantong.matters.clocks import earliest, refresh
from guantong.matters.models import Clock, Matter


def recompute_clocks(*, actor: Actor, reason: str) -> int:
    """Compute every running clock anew; each that moves leaves an entry. How many moved."""
    ids = Clock.objects.filter(ended_at__isnull=True).order_by("matter_id").values_list("matter_id", flat=True)
    return sum(_recompute(matter_id, actor, reason) for matter_id in ids.distinct())


@transaction.atomic
def _recompute(matter_id: UUID, actor: Actor, reason: str) -> int:
    matter = Matter.objects.select_for_update().get(pk=matter_id)
    clocks = list(matter.clocks.filter(ended_at__isnull=True))
    moved = 0
    for clock in clocks:
        before = clock.due_at
        refresh(clock)
        if clock.due_at == before:
            continue
        clock.save()
        moved += 1
        ledger.append(
            chain=matter.pk,
            at=now(),
            author=actor.author,
            action="recompute_clock",
            source=matter.state,
            target=matter.state,
            reason=reason,
            data={"clock": clock.code, "before": str(before), "after": str(clock.due_at)},
        )
    if moved:
        matter.due_at = earliest(clocks)
        matter.save(update_fields=["due_at"])
    return moved
