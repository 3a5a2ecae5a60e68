"""Who may ask: a person signed in to the website, in their post."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest
from ninja.security import APIKeyCookie

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted


class SignedIn(APIKeyCookie):
    """The session of the website. Anything but reading also needs the CSRF token, as on a page."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        actor = actor_of(request)
        if not actor.signed_in:
            return None
        if request.resolver_match is None or not admitted(actor.role, request.resolver_match.view_name):
            raise Http404
        return actor


def actor_of(request: HttpRequest) -> Actor:
    """The actor whom the middleware found."""
    return cast(ActorRequest, request).actor
