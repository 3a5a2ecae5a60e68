"""Reading activities, deeds, stations and deputies as somebody may see them."""

from __future__ import annotations

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from guantong.accounts.actors import Actor
from guantong.accounts.scope import in_scope
from guantong.deputies.models import Activity, Deputy, PracticalDeed, Station
from guantong.matters.models import Matter
from guantong.matters.selectors import visible

MOST_DEPUTIES = 200
"""Deputies on one check list; a county's congress has about as many."""


def activities_for(actor: Actor) -> QuerySet[Activity]:
    """The activities that exist for the actor."""
    return Activity.objects.filter(pk__in=visible(actor).values("pk")).select_related("station", "place")


def deeds_for(actor: Actor) -> QuerySet[PracticalDeed]:
    """The practical deeds that exist for the actor."""
    rows = PracticalDeed.objects.filter(pk__in=visible(actor).values("pk"))
    return rows.select_related("station", "place", "deputy")


def stations_for(actor: Actor) -> QuerySet[Station]:
    """The stations and stalls of the actor's county (for the city: of all), with the deputies who keep them."""
    serving = Prefetch("deputies", Deputy.objects.filter(active=True))
    rows = Station.objects.select_related("region", "place").prefetch_related(serving)
    return in_scope(rows, actor).order_by("region_id", "kind", "id")


def station_of(actor: Actor) -> Station | None:
    """The station in whose organisation the actor holds their post, or at which they serve as a deputy."""
    mine = Q(organisation_id=actor.organisation_id) | Q(deputies__person_id=actor.person_id)
    if actor.person_id is None:
        return None
    return Station.objects.filter(mine, region_id=actor.region_code).select_related("place").order_by("id").first()


def deputy_of(actor: Actor) -> Deputy | None:
    """The deputy that the actor is."""
    return Deputy.objects.filter(person_id=actor.person_id).first() if actor.person_id else None


def deputies_in(region_code: str) -> QuerySet[Deputy]:
    """The county's deputies in office."""
    return Deputy.objects.filter(region_id=region_code, active=True).select_related("place")[:MOST_DEPUTIES]


def expected_at(activity: Activity) -> list[Deputy]:
    """Who may have come to an activity: the invited, then its station's; without either the county's."""
    near = Q(activities=activity) | Q(station__isnull=False, station=activity.station_id)
    rows = Deputy.objects.filter(near, active=True).distinct()
    return list(rows[:MOST_DEPUTIES]) or list(deputies_in(activity.region_id))


def visit_sums(activity: Activity) -> dict[str, int]:
    """How many visits an activity has, and how many person-times they add up to."""
    sums = activity.visits.aggregate(visits=Count("pk"), person_times=Sum("person_times"))
    return {"visits": sums["visits"], "person_times": sums["person_times"] or 0}


def raised_at(activity: Activity, actor: Actor) -> QuerySet[Matter]:
    """The opinions raised at an activity, of those that exist for the actor."""
    return visible(actor).filter(opinion__occasion=activity.pk).order_by("-opened_at")
