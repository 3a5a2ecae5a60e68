"""Slowing down whoever tries receipt numbers and secrets. Counted in the database: every worker sees it."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count
from django.utils.crypto import salted_hmac

from guantong.base.now import now
from guantong.portal.models import FailedLookup

WINDOW = timedelta(hours=1)
FAILURES_PER_NUMBER = 10
FAILURES_PER_ADDRESS = 30
"""More than for a number: a village behind a mobile operator may share one address."""


def is_guessing(*, number: str, address: str) -> bool:
    """Whether so many lookups of this number, or from this address, failed within the last hour."""
    by_number, by_address = _key("number", number), _key("address", address)
    recent = FailedLookup.objects.filter(key__in=[by_number, by_address], at__gt=now() - WINDOW)
    counts: dict[str, int] = dict(recent.values_list("key").annotate(n=Count("id")))
    return counts.get(by_number, 0) >= FAILURES_PER_NUMBER or counts.get(by_address, 0) >= FAILURES_PER_ADDRESS


def note_failure(*, number: str, address: str) -> None:
    """Count one failed lookup, and forget those that no longer matter."""
    at = now()
    FailedLookup.objects.filter(at__lte=at - WINDOW).delete()
    FailedLookup.objects.bulk_create(
        [FailedLookup(key=_key("number", number), at=at), FailedLookup(key=_key("address", address), at=at)]
    )


def _key(kind: str, value: str) -> str:
    """No number and no address of anybody is kept in clear."""
    return salted_hmac(f"portal.guessing.{kind}", value, algorithm="sha256").hexdigest()
