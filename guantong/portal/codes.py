"""Reading printed codes: the one of a page, and those through which one can speak in a county."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection
from django.db.models import Count, Q, QuerySet

from guantong.base.compiled import Statement, compiled
from guantong.base.now import today
from guantong.opinions.models import IntakeCode, Source
from guantong.opinions.receipts import tidy
from guantong.regions.models import Region

PUBLIC_SOURCES = (Source.STATION, Source.STALL)
"""Codes that are listed; those of a deputy or an enterprise are handed out by them."""


CODE = tuple(field.attname for field in IntakeCode._meta.concrete_fields)
REGION = tuple(field.attname for field in Region._meta.concrete_fields)


def code_of(token: str) -> IntakeCode | None:
    """The code whose page this is, as it is now, with its region; None for a token that was never given out."""
    found = _row_of(tidy(token)).rows()
    if not found:
        return None
    code = IntakeCode.from_db(connection.alias, CODE, found[0][: len(CODE)])
    code.region = Region.from_db(connection.alias, REGION, found[0][len(CODE) :])
    return code


@lru_cache(maxsize=2000)
def _row_of(token: str) -> Statement:
    """The statement that reads a code: every submission asks, and writing its SQL costs more than running it."""
    paths = [*CODE, *(f"region__{name}" for name in REGION)]
    return compiled(IntakeCode.objects.filter(token=token).order_by().values_list(*paths))


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
