"""Reading the messages of one's organisation and one's own."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from functools import lru_cache

from django.db.models import Q, QuerySet

from guantong.accounts.actors import Actor
from guantong.base.compiled import Statement, compiled
from guantong.base.now import now
from guantong.notifications.models import Message

MOST_COUNTED = 99


def messages_for(actor: Actor) -> QuerySet[Message]:
    """What this actor or their organisation was told, newest first; nothing for who has no post."""
    if actor.person_id is None:
        return Message.objects.none()
    mine = Q(person_id=actor.person_id)
    if actor.organisation_id is not None:
        mine |= Q(organisation_id=actor.organisation_id)
    return Message.objects.filter(mine).order_by("-sent_at", "-id")


def unread_count(actor: Actor) -> int:
    """How many of them nobody has marked as read; beyond MOST_COUNTED it says MOST_COUNTED."""
    return len(_unread(copy(actor)).rows())


@lru_cache(maxsize=1000)
def _unread(actor: Actor) -> Statement:
    rows = messages_for(actor).filter(read_at__isnull=True).order_by()
    return compiled(rows.values_list("pk")[:MOST_COUNTED])


def mark_read(*, actor: Actor, ids: Collection[int] | None = None) -> int:
    """Mark messages of the actor as read, all of them without `ids`; how many were unread."""
    rows = messages_for(actor).filter(read_at__isnull=True)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    return rows.order_by().update(read_at=now())
