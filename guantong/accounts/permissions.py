"""Which roles may open which address: one table for the whole site, asked before any view runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.module_loading import import_string

from guantong.accounts.actors import CITIZEN
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role

Table = Mapping[str, frozenset[str]]
"""Name of an address (with its namespace) → the roles that may open it."""

EVERYONE = frozenset({CITIZEN, *Role})
"""Nobody is asked who they are."""

ANSWERS_ITSELF = "api"
"""The namespace that asks the table itself, in order to refuse in JSON."""


@cache
def table() -> Table:
    """The table that the setting PERMISSION_TABLE names."""
    return cast(Table, import_string(settings.PERMISSION_TABLE))


def admitted(role: str, address: str) -> bool:
    """Whether a role may open an address. One that the table does not list is open to nobody."""
    return role in table().get(address, ())


class PermissionMiddleware:
    """Lets through whom the table admits: a stranger is sent to sign in, others find no such page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        assert match is not None  # noqa: S101  (Django resolves before it calls this)
        if match.namespace == ANSWERS_ITSELF or admitted(CITIZEN, match.view_name):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        actor = cast(ActorRequest, request).actor
        if not actor.signed_in:
            return redirect("home-of-role")
        if not admitted(actor.role, match.view_name):
            raise Http404
        return None
