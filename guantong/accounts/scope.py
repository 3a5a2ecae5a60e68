"""Which regions an actor sees: their own county, or for the city all of its counties."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.regions.models import Region, subtree_prefix

M = TypeVar("M", bound=Model)


def sees_region(actor: Actor, region_code: str) -> bool:
    """Whether records of this region exist for the actor at all."""
    return bool(actor.region_code) and region_code.startswith(subtree_prefix(actor.region_code))


def in_scope(rows: QuerySet[M], actor: Actor, field: str = "region") -> QuerySet[M]:
    """Only the rows of regions that the actor sees; none for an actor without a region."""
    if not actor.region_code:
        return rows.none()
    return rows.filter(region_filter(actor, field))


def region_filter(actor: Actor, field: str = "region") -> Q:
    """The condition of `in_scope`: exact for a county, so that an index on it serves; a prefix for the city."""
    key: dict[str, Any]
    if actor.role == Role.CITY:
        key = {f"{field}__code__startswith": subtree_prefix(actor.region_code)}
    else:
        key = {f"{field}_id": actor.region_code}
    return Q(**key)


def visible_regions(actor: Actor) -> QuerySet[Region]:
    """County-level regions (and the city itself) that the actor may look at."""
    if not actor.region_code:
        return Region.objects.none()
    prefix = subtree_prefix(actor.region_code)
    return Region.objects.filter(code__startswith=prefix, level__in=["city", "county"]).order_by("code")
