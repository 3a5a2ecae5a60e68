"""Reading activities, deeds, stations with their rotas and rooms, and deputies, as somebody may see them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from guantong.accounts.actors import Actor
from guantong.accounts.scope import in_scope
from guantong.base.now import today
from guantong.deputies.models import (
    Activity,
    Attendance,
    Booking,
    Deputy,
    Level,
    PracticalDeed,
    Room,
    RotaDuty,
    RotaSwap,
    Station,
)
from guantong.matters.models import Matter
from guantong.matters.selectors import visible
from guantong.regions.models import Region

MOST_DEPUTIES = 450
"""Deputies on one check list: a county's congress has no more (选举法第十二条)."""


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


def congress_deputies(place: Region, region: Region) -> QuerySet[Deputy]:
    """The deputies in office of the congress that meets at a place: the township's in a township, else the county's."""
    if place.level == "township":
        rows = Deputy.objects.filter(region=region, level=Level.TOWNSHIP, place__code__startswith=place.pk)
    else:
        rows = Deputy.objects.filter(region=region, level=Level.COUNTY)
    return rows.filter(active=True)


def expected_at(activity: Activity) -> list[Deputy]:
    """Who may have come to an activity: the invited, then its station's; without either the county's."""
    near = Q(activities=activity) | Q(station__isnull=False, station=activity.station_id)
    rows = Deputy.objects.filter(near, active=True).distinct()
    return list(rows[:MOST_DEPUTIES]) or list(deputies_in(activity.region_id))


def visit_sums(activity: Activity) -> dict[str, int]:
    """How many visits an activity has, and how many person-times they add up to."""
    sums = activity.visits.filter(struck_at__isnull=True).aggregate(
        visits=Count("pk"), person_times=Sum("person_times")
    )
    return {"visits": sums["visits"], "person_times": sums["person_times"] or 0}


def recent_activities(actor: Actor, since: date) -> QuerySet[Activity]:
    """The activities that exist for the actor, planned for a day or later and not called off, the newest first."""
    return activities_for(actor).filter(planned_for__gte=since).exclude(state="cancelled").order_by("-planned_for")


def deeds_promised_at(activity: Activity, actor: Actor) -> QuerySet[PracticalDeed]:
    """The deeds promised at an activity, of those that exist for the actor."""
    return deeds_for(actor).filter(promised_at_activity=activity).order_by("-opened_at")


def published_activities(region: Region) -> QuerySet[Activity]:
    """The published activities of a county: what everybody may read."""
    rows = Activity.objects.filter(region=region, state="held", published_at__isnull=False)
    return rows.select_related("place", "station", "region")


def published_activity(pk: UUID) -> Activity | None:
    """A published activity."""
    rows = Activity.objects.filter(pk=pk, state="held", published_at__isnull=False)
    return rows.select_related("place", "station", "region").first()


def attendances_of(activity: Activity) -> list[Attendance]:
    """Who was invited, signed up or came to an activity, in the order in which they were entered."""
    return list(activity.attendances.select_related("deputy").order_by("pk"))


def members_in(region_code: str) -> QuerySet[Deputy]:
    """The members of a county's standing committee."""
    return Deputy.objects.filter(region_id=region_code, member=True, active=True)


def raised_at(activity: Activity, actor: Actor) -> QuerySet[Matter]:
    """The opinions raised at an activity, of those that exist for the actor."""
    return visible(actor).filter(opinion__occasion=activity.pk).order_by("-opened_at")


def by_level(station: Station) -> list[tuple[str, list[Deputy]]]:
    """A station's deputies in office, grouped by the level of their congress, the highest first."""
    deputies = [deputy for deputy in station.deputies.select_related("place") if deputy.active]
    groups = [(str(level.label), [d for d in deputies if d.level == level]) for level in Level]
    return [(label, members) for label, members in groups if members]


def rota_candidates(station: Station) -> QuerySet[Deputy]:
    """Who can be given duties: the deputies of the station, and those of its township or village."""
    near = Q(station=station) | Q(place__code__startswith=station.place_id)
    return Deputy.objects.filter(near, region_id=station.region_id, active=True).select_related("place")


def duties_between(station: Station, first: date, last: date) -> QuerySet[RotaDuty]:
    """A station's duties from one day to another."""
    rows = RotaDuty.objects.filter(station=station, day__range=(first, last))
    return rows.select_related("deputy", "swapped_with", "activity", "station")


def coming_duties(station: Station) -> QuerySet[RotaDuty]:
    """A station's duties from today on."""
    rows = RotaDuty.objects.filter(station=station, day__gte=today())
    return rows.select_related("deputy", "swapped_with", "activity", "station")


def duties_of(actor: Actor) -> QuerySet[RotaDuty]:
    """The actor's own duties as a deputy, from today on."""
    if actor.person_id is None:
        return RotaDuty.objects.none()
    rows = RotaDuty.objects.filter(deputy__person_id=actor.person_id, day__gte=today())
    return rows.select_related("deputy", "swapped_with", "activity", "station")


def duties_in(actor: Actor) -> QuerySet[RotaDuty]:
    """The duties of the actor's county."""
    rows = RotaDuty.objects.filter(station__region_id=actor.region_code)
    return rows.select_related("deputy", "station", "activity")


def open_swaps(actor: Actor) -> QuerySet[RotaSwap]:
    """The swaps of the actor's county that wait for a decision."""
    rows = RotaSwap.objects.filter(duty__station__region_id=actor.region_code, accepted__isnull=True)
    return rows.select_related("duty__station", "other__station", "deputy", "other_deputy").order_by("pk")


def exchangeable(duty: RotaDuty) -> QuerySet[RotaDuty]:
    """The duties to come of others at the same station that nothing was planned for."""
    rows = RotaDuty.objects.filter(station_id=duty.station_id, day__gte=today(), activity__isnull=True)
    return rows.exclude(deputy_id=duty.deputy_id).select_related("deputy")


def rooms_for(actor: Actor) -> QuerySet[Room]:
    """The rooms of the actor's county."""
    return Room.objects.filter(region_id=actor.region_code).select_related("station")


def bookings_from(actor: Actor, day: date) -> QuerySet[Booking]:
    """The bookings of the actor's county that stand, from a day on."""
    rows = Booking.objects.filter(room__region_id=actor.region_code, cancelled_at__isnull=True, day__gte=day)
    return rows.select_related("room__station", "activity")
