"""Who comes in at the desk, and what stands around every page of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import ADMINISTRATORS, Role
from guantong.desk.navigation import navigation

WORKERS = frozenset(Role) - ADMINISTRATORS
"""Everybody who works on matters; the three administrators do not."""

READERS = frozenset({*WORKERS, Role.AUDITOR})
CONGRESS = CONGRESS_ROLES

View = Callable[..., HttpResponseBase]


def for_roles(roles: Collection[str]) -> Callable[[View], View]:
    """Let only people in these roles in: others are sent to sign in, or find no such page."""

    def around(view: View) -> View:
        @wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            actor: Actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
            if not actor.signed_in:
                return redirect("home-of-role")
            if actor.role not in roles:
                raise Http404
            return view(request, *args, **kwargs)

        return enter

    return around


def frame(request: ActorRequest, current: str = "") -> dict[str, Any]:
    """The context of base/desk.html: navigation with the place where one is, and who is signed in."""
    actor = request.actor
    return {
        "nav": navigation(actor, current),
        "home_url": reverse("home-of-role"),
        "county_name": actor.organisation_name,
        "person_name": actor.name,
        "person_role": Role(actor.role).label,
        "sign_out_url": reverse("sign-out"),
        "congress_name": _("贯通"),
    }


def page(
    request: ActorRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    """A page of the desk; `current` is the URL name of its entry in the navigation."""
    return render(request, template, {**frame(request, current), **context}, status=status)
