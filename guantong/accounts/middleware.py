"""The actor of a request, looked up when first asked for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from guantong.accounts.actors import CITIZEN_ACTOR, Actor, actor_of


class ActorRequest(HttpRequest):
    """A request after ActorMiddleware."""

    actor: Actor


def _find(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return CITIZEN_ACTOR
    return actor_of(request.user) or CITIZEN_ACTOR


class ActorMiddleware:
    """Sets `request.actor`: the signed-in person in their post, or a citizen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _find(request))  # type: ignore[attr-defined]  # Django's own seam
        return self.get_response(request)
