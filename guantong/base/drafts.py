"""Whose unsent text a browser tab may give back: a word that names a person without telling who."""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils.crypto import salted_hmac

SALT = "guantong.base.drafts"


def writer_of(request: HttpRequest) -> str:
    """The same for all pages of one signed-in person; without an account, for one browser until it forgets.

    forms.js keeps unsent text under this word and removes what stands under any other.
    """
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return _word(f"person {user.pk}")
    get_token(request)
    return _word(f"browser {request.META['CSRF_COOKIE']}")


def _word(whose: str) -> str:
    return salted_hmac(SALT, whose, algorithm="sha256").hexdigest()[:16]
