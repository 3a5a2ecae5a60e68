"""The code of a check-in 签到码: bound to one activity, another one every minute, good for some minutes.

It is derived from the installation's key and held by no table. Whoever saw it on the screen is, or just was, in the
room; one that was passed on is soon worth nothing. The minutes leave time to sign in first.
"""

from __future__ import annotations

import hmac
import unicodedata
from datetime import datetime, timedelta

from django.conf import settings

from guantong.deputies.models import Activity

EVERY = timedelta(minutes=1)
"""How long a code stands on the screen."""

GOOD_FOR = 5
"""Codes that are taken: the one on the screen and those before it."""

LENGTH = 8
"""Digits: one try at a code hits with a chance of one in twenty million, and they change before many are made."""


def code_at(activity: Activity, moment: datetime) -> str:
    """The code of an activity's check-in at a moment. Raises ValueError for one that was never opened."""
    return _code(activity, _step(moment))


def is_code(activity: Activity, typed: str, moment: datetime) -> bool:
    """Whether what was scanned or typed is a code that the screen showed within the last minutes."""
    said, now = tidy(typed).encode(), _step(moment)
    return any([hmac.compare_digest(said, _code(activity, now - back).encode()) for back in range(GOOD_FOR)])


def tidy(typed: str) -> str:
    """The digits of what a person typed, whatever stands between them and however wide they are."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", typed) if sign in "0123456789")


def grouped(code: str) -> str:
    """A code as the screen shows it: 1234 5678."""
    return f"{code[:4]} {code[4:]}"


def _step(moment: datetime) -> int:
    return int(moment.timestamp() // EVERY.total_seconds())


def _code(activity: Activity, step: int) -> str:
    if activity.check_in_opened_at is None:
        raise ValueError(f"no check-in was opened for {activity.pk}")
    said = f"check-in {activity.pk} {activity.check_in_opened_at.timestamp()} {step}".encode()
    number = int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), said, "sha256")[:8])
    return f"{number % 10**LENGTH:0{LENGTH}d}"
