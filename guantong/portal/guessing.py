"""Slowing down whoever tries receipt numbers and secrets. Counted in the database: every worker sees it."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count
from django.utils.crypto import salted_hmac

from guantong.base.now import now
from guantong.portal.models import FailedLookup

WINDOW = timedelta(hours=1)
FAILURES_PER_PAIR = 10
"""Of one number from one address: a stranger who tries a number does not lock its owner out."""

FAILURES_PER_ADDRESS = 30
"""More than for a pair: a village behind a mobile operator may share one address."""


def is_guessing(*, number: str, address: str) -> bool:
    """Whether so many lookups from this address, of this number or of any, failed within the last hour."""
    by_pair, by_address = _keys(number, address)
    recent = FailedLookup.objects.filter(key__in=[by_pair, by_address], at__gt=now() - WINDOW)
    counts: dict[str, int] = dict(recent.values_list("key").annotate(n=Count("id")))
    return counts.get(by_pair, 0) >= FAILURES_PER_PAIR or counts.get(by_address, 0) >= FAILURES_PER_ADDRESS


def note_failure(*, number: str, address: str) -> None:
    """Count one failed lookup, and forget those that no longer matter."""
    at = now()
    FailedLookup.objects.filter(at__lte=at - WINDOW).delete()
    FailedLookup.objects.bulk_create(FailedLookup(key=key, at=at) for key in _keys(number, address))


def _keys(number: str, address: str) -> tuple[str, str]:
    """Of the pair, and of the address alone. A number has no spaces."""
    return _key("pair", f"{number} {address}"), _key("address", address)


def _key(kind: str, value: str) -> str:
    """No number and no address of anybody is kept in clear."""
    return salted_hmac(f"portal.guessing.{kind}", value, algorithm="sha256").hexdigest()
