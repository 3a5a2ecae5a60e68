"""Which matters an actor may open, and where: told by the layers that know matters, which lie above this one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from uuid import UUID

from django.urls import reverse

from guantong.accounts.actors import Actor

Opener = Callable[[Actor, Collection[UUID]], Set[UUID]]
"""Of these ids, the ones whose page exists for the actor."""

_openers: list[Opener] = []


def open_with(opener: Opener) -> None:
    """Make known who may open what."""
    _openers.append(opener)


def openable(actor: Actor, ids: Collection[UUID]) -> frozenset[UUID]:
    """Of these matters, those whose page the actor may open; none while nobody says so."""
    return frozenset().union(*(opener(actor, ids) for opener in _openers))


def matter_url(matter: UUID | None) -> str:
    """The page of a matter; empty for one that may not be opened."""
    return reverse("desk:matter", args=[matter]) if matter else ""
