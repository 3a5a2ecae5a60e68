"""The matter that an address names, if it exists for the one who asks."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from guantong.accounts.actors import Actor
from guantong.matters.actions import desk_of
from guantong.matters.models import Matter
from guantong.matters.registry import kind_by_code
from guantong.matters.selectors import visible

SHARED = ("region", "place", "holder")


def matter_or_404(actor: Actor, pk: UUID) -> Matter:
    """The matter as its own kind, with what its page shows. Raises Http404 for one that the actor may not see."""
    kind = visible(actor).filter(pk=pk).values_list("kind", flat=True).first()
    if kind is None:
        raise Http404
    return kind_by_code(kind).model._default_manager.select_related(*SHARED, *desk_of(kind).loads).get(pk=pk)
