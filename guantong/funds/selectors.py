"""Reading funds and their projects as somebody may see them."""

from __future__ import annotations

from django.db.models import QuerySet

from guantong.accounts.actors import Actor
from guantong.accounts.scope import in_scope
from guantong.funds.models import Fund, FundProject
from guantong.matters.models import Matter
from guantong.matters.selectors import visible
from guantong.regions.models import Organisation, OrganisationKind

MOST = 300
"""Suggestions offered when applying: those of the last years of one county."""


def funds_for(actor: Actor) -> QuerySet[Fund]:
    """The funds of the actor's county (for the city: of all), the newest first."""
    return in_scope(Fund.objects.select_related("region"), actor).order_by("-year", "-id")


def projects_for(actor: Actor) -> QuerySet[FundProject]:
    """The projects that exist for the actor."""
    rows = FundProject.objects.filter(pk__in=visible(actor).values("pk"))
    return rows.select_related("unit", "paid_from", "place")


def suggestions_to_pay(actor: Actor) -> QuerySet[Matter]:
    """The suggestions that the actor may apply for."""
    return visible(actor).filter(kind="suggestion", number__isnull=False).order_by("-opened_at")


def units_of(region_code: str) -> QuerySet[Organisation]:
    """The departments and townships of a county."""
    kinds = [OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP]
    return Organisation.objects.filter(region_id=region_code, kind__in=kinds, active=True).order_by("id")
