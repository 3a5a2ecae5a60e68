"""Which bodies of a county can be given an opinion."""

from __future__ import annotations

from collections.abc import Collection

from guantong.opinions.services.desk import ASSIGN_MOVES
from guantong.regions.models import Organisation, OrganisationKind

KINDS = tuple(ASSIGN_MOVES)


def kinds_for(move: str) -> tuple[OrganisationKind, ...]:
    """The kinds of body that a move hands to; every kind for the dispatch of 民情速办."""
    return tuple(kind for kind in KINDS if move in (ASSIGN_MOVES[kind], "dispatch"))


def bodies(region_code: str, kinds: Collection[str]) -> list[Organisation]:
    """The county's active bodies of these kinds, grouped in the order of KINDS."""
    rows = Organisation.objects.filter(region_id=region_code, kind__in=kinds, active=True)
    order = {kind: n for n, kind in enumerate(KINDS)}
    return sorted(rows, key=lambda row: (order[OrganisationKind(row.kind)], row.pk))
