"""Who may ask: a person signed in to the website, in their post."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from ninja.security import APIKeyCookie

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest


class SignedIn(APIKeyCookie):
    """The session of the website. Anything but reading also needs the CSRF token, as on a page."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        actor = actor_of(request)
        return actor if actor.signed_in else None


def actor_of(request: HttpRequest) -> Actor:
    """The actor whom the middleware found."""
    return cast(ActorRequest, request).actor
