"""Reading printed codes: those through which one can speak in a county."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from guantong.base.now import today
from guantong.opinions.models import IntakeCode, Source
from guantong.regions.models import Region

PUBLIC_SOURCES = (Source.STATION, Source.STALL)
"""Codes that are listed; those of a deputy or an enterprise are handed out by them."""


def open_codes() -> QuerySet[IntakeCode]:
    """Listed codes through which one can speak today."""
    lasting = Q(expires_on__isnull=True) | Q(expires_on__gte=today())
    return IntakeCode.objects.filter(lasting, withdrawn_at__isnull=True, source__in=PUBLIC_SOURCES)


def counties_to_speak_in() -> list[tuple[Region, int]]:
    """Regions with listed codes, by code, and how many each has."""
    counts = dict(open_codes().order_by().values_list("region_id").annotate(n=Count("id")))
    return [(region, counts[region.pk]) for region in Region.objects.filter(pk__in=counts).order_by("code")]


def codes_in(region: Region) -> QuerySet[IntakeCode]:
    """The listed codes of one region, by place."""
    return open_codes().filter(region=region).select_related("place").order_by("place_id", "label", "id")
