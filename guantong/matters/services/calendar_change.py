"""What a changed calendar does to clocks that run."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.audit import ledger
from guantong.base.now import now
from guantong.deadlines import calendar
from guantong.deadlines.models import FollowedCalendar
from guantong.matters.clocks import earliest, refresh
from guantong.matters.models import Clock, Matter
from guantong.matters.services.locking import lock_matter


def follow_calendar(*, actor: Actor = SYSTEM_ACTOR) -> int:
    """Compute the running clocks anew if the calendar is another than last time; how many moved.

    Interrupted, it begins again the next time.
    """
    calendar.forget()
    digest = calendar.calendar_digest()
    last = FollowedCalendar.objects.order_by("-pk").first()
    if last is not None and last.digest == digest:
        return 0
    moved = recompute_clocks(actor=actor, reason=_("工作日安排有变化"))
    FollowedCalendar.objects.create(digest=digest, followed_at=now())
    return moved


def recompute_clocks(*, actor: Actor, reason: str) -> int:
    """Compute every running clock anew; each that moves leaves an entry. How many moved."""
    ids = Clock.objects.filter(ended_at__isnull=True).order_by("matter_id").values_list("matter_id", flat=True)
    return sum(_recompute(matter_id, actor, reason) for matter_id in list(ids.distinct()))


@transaction.atomic
def _recompute(matter_id: UUID, actor: Actor, reason: str) -> int:
    matter = lock_matter(Matter(pk=matter_id))
    clocks = list(matter.clocks.filter(ended_at__isnull=True))
    moved = 0
    for clock in clocks:
        before, was_provisional = clock.due_at, clock.provisional
        refresh(clock)
        if (clock.due_at, clock.provisional) != (before, was_provisional):
            clock.save()
        if clock.due_at == before:
            continue
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
