"""Reading matters: the worklist by the legal clock, and all that one matter's page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.accounts.scope import in_scope
from guantong.audit.models import Entry
from guantong.base.keyset import cursor_of, read_cursor
from guantong.matters.models import Clock, Holding, Matter
from guantong.matters.registry import kind_of

PAGE = 25
"""Rows on a page of the worklist."""


@dataclass(frozen=True, slots=True)
class Page:
    """One keyset page; `next` is the cursor of the page after it, empty on the last."""

    rows: Sequence[Matter]
    next: str


def visible(actor: Actor) -> QuerySet[Matter]:
    """Every matter that exists for this actor: a department, township or station sees what it holds or held.

    What its own people acted on counts as held (see Holding): a deputy goes on seeing what they wrote down.
    """
    rows = in_scope(Matter.objects.all(), actor)
    if actor.role in CONGRESS_ROLES or actor.role in (Role.CITY, Role.AUDITOR):
        return rows
    if actor.organisation_id is None:
        return rows.none()
    return rows.filter(pk__in=Holding.objects.filter(organisation_id=actor.organisation_id).values("matter_id"))


def worklist(actor: Actor) -> QuerySet[Matter]:
    """The open matters that wait for this actor's organisation, or for the county as a whole at the congress."""
    rows = in_scope(Matter.objects.filter(closed_at__isnull=True), actor)
    if actor.role not in CONGRESS_ROLES and actor.role != Role.CITY:
        rows = rows.filter(holder_id=actor.organisation_id)
    return rows.order_by("due_at", "id")


def page_of(rows: QuerySet[Matter], cursor: str = "", *, size: int = PAGE) -> Page:
    """The page of `size` rows after `cursor` in the order of the clock; one that is not ours starts anew."""
    found = list(sought(rows, cursor).select_related("holder", "place")[: size + 1])
    more = len(found) > size
    return Page(found[:size], cursor_after(found[size - 1]) if more else "")


def sought(rows: QuerySet[Matter], cursor: str) -> QuerySet[Matter]:
    """The rows after `cursor` in the order of the clock; all of them for a cursor that is not ours."""
    after = read_cursor(cursor, UUID)
    if after is None:
        return rows
    due_at, pk = after
    # The plain bound on due_at lets the index seek; the pair decides among equal due moments.
    return rows.filter(due_at__gte=due_at).filter(Q(due_at__gt=due_at) | Q(id__gt=pk))


def cursor_after(matter: Matter) -> str:
    """The cursor of the page that begins after this matter."""
    return cursor_of(matter.due_at, matter.id)


def timeline(matter: Matter) -> QuerySet[Entry]:
    """Everything that happened to a matter, oldest first."""
    return Entry.objects.filter(chain=matter.pk).order_by("seq")


def told_timeline(matter: Matter, actor: Actor) -> Sequence[Entry]:
    """What happened to a matter as far as its kind tells it to this actor, oldest first."""
    return kind_of(matter).told(list(timeline(matter)), matter, actor)


def running_clocks(matter: Matter) -> list[Clock]:
    """The clocks that run or rest, the most urgent first."""
    return list(matter.clocks.filter(ended_at__isnull=True).order_by("due_at"))
