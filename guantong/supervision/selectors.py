"""Reading topics, deliberation opinions and problems as somebody may see them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.models import Matter
from guantong.matters.selectors import visible
from guantong.regions.models import Organisation, OrganisationKind
from guantong.supervision.models import DeliberationOpinion, Problem, SupervisionTopic

OPEN = Q(closed_at__isnull=True)
SUPERVISED_KINDS = (OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP, OrganisationKind.SUPERVISED)
CLUSTER_WINDOW = timedelta(days=365)
CLUSTER_LEAST = 5
"""Records about one unit within a year from which on they are offered as a topic."""


def topics_for(actor: Actor) -> QuerySet[SupervisionTopic]:
    """The topics that exist for the actor."""
    return SupervisionTopic.objects.filter(pk__in=visible(actor).values("pk")).select_related("unit", "region")


def opinions_for(actor: Actor) -> QuerySet[DeliberationOpinion]:
    """The deliberation opinions that exist for the actor, each with how many problems it lists and has open."""
    counted = DeliberationOpinion.objects.filter(pk__in=visible(actor).values("pk")).select_related("unit", "holder")
    listed = Q(problems__kind="problem") & ~Q(problems__state="struck")
    return counted.annotate(
        listed=Count("problems", filter=listed),
        open_ones=Count("problems", filter=listed & Q(problems__closed_at__isnull=True)),
    )


def problems_for(actor: Actor) -> QuerySet[Problem]:
    """The problems that exist for the actor."""
    return Problem.objects.filter(pk__in=visible(actor).values("pk")).select_related("unit", "origin")


def problems_of(origin: Matter) -> QuerySet[Problem]:
    """The problems on a list, in its order, those struck left out."""
    return (
        Problem.objects.filter(origin_id=origin.pk).exclude(state="struck").select_related("unit").order_by("ordinal")
    )


def open_problems(origin: Matter) -> QuerySet[Problem]:
    """Those of a list that nobody accepted yet."""
    return problems_of(origin).filter(OPEN)


def units_of(region_code: str) -> QuerySet[Organisation]:
    """The bodies of a county that can be supervised."""
    return Organisation.objects.filter(region_id=region_code, kind__in=SUPERVISED_KINDS, active=True).order_by("id")


def clusters(actor: Actor, *, limit: int = 10) -> list[dict[str, Any]]:
    """Units that many records of the last year are about: what could become a topic, the most first.

    Each is a dict of the unit, the kind of record, and how many there are.
    """
    rows = visible(actor).filter(
        kind__in=("opinion", "suggestion", "problem"), holdings__organisation__kind__in=SUPERVISED_KINDS,
        opened_at__gte=now() - CLUSTER_WINDOW,
    )  # fmt: skip
    counts = rows.order_by().values("holdings__organisation__name", "kind").annotate(n=Count("pk", distinct=True))
    most = counts.filter(n__gte=CLUSTER_LEAST).order_by("-n", "holdings__organisation__name")[:limit]
    return [{"name": row["holdings__organisation__name"], "kind": row["kind"], "n": row["n"]} for row in most]
