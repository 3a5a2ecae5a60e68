"""Slips for the rating of a report: their tokens, which no table holds, and which of them are used."""

from __future__ import annotations

import hmac
from uuid import UUID

from django.conf import settings

from guantong.appraisals.models import DutyReport, Slip
from guantong.base.crockford import in_crockford
from guantong.kernel.sm3chain import sm3

TOKEN_LENGTH = 12
"""Characters of a token: 60 bits, which nobody finds by trying."""


def token_of(report: UUID, number: int) -> str:
    """What is printed on a slip: derived from the report, the number and the installation's key."""
    said = b"slip" + report.bytes + number.to_bytes(4)
    return in_crockford(int.from_bytes(hmac.digest(settings.SECRET_KEY.encode(), said, "sha256")[:8]), TOKEN_LENGTH)


def digest_of_token(token: str) -> str:
    """By which a slip is found."""
    return sm3(f"slip {token}".encode()).hex()


def slip_of(token: str) -> Slip | None:
    """The slip of a token, with its report; None for one that was never printed."""
    rows = Slip.objects.select_related("report__deputy", "report__region")
    return rows.filter(digest=digest_of_token(token)).first()


def used_numbers(report: DutyReport) -> list[int]:
    """The slips that were used by phone: whoever counts paper leaves these out."""
    return list(report.slips.filter(used_by__isnull=False).values_list("number", flat=True))
