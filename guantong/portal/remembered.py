"""Which opinions this browser may look at: a signed cookie, so that no citizen needs a session."""

from __future__ import annotations

import base64
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "receipts"
SALT = "guantong.portal.receipts"
LIFETIME = 30 * 24 * 3600
"""Seconds after which a browser has forgotten; receipt number and secret open the page again."""

MOST = 12
"""Opinions that one browser remembers; the oldest go first."""


def remembered(request: HttpRequest) -> list[UUID]:
    """The opinions of this browser, the newest last; none for a cookie that is missing, old or not ours."""
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LIFETIME)
    return [_read(part) for part in value.split(".")] if value else []


def remember(request: HttpRequest, response: HttpResponse, opinion_id: UUID) -> None:
    """Let this browser look at an opinion, as its newest."""
    ids = [known for known in remembered(request) if known != opinion_id][-(MOST - 1) :]
    response.set_signed_cookie(
        COOKIE,
        ".".join(_write(each) for each in [*ids, opinion_id]),
        salt=SALT,
        max_age=LIFETIME,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget(response: HttpResponse) -> None:
    """Let this browser look at nothing any more."""
    response.delete_cookie(COOKIE, samesite="Lax")


def _write(opinion_id: UUID) -> str:
    return base64.urlsafe_b64encode(opinion_id.bytes).decode().rstrip("=")


def _read(part: str) -> UUID:
    return UUID(bytes=base64.urlsafe_b64decode(part + "=="))
