"""What stands around every page of the desk."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.desk.navigation import navigation
from guantong.desk.who import TOLD_BY_THE_BODY


def frame(request: ActorRequest, current: str = "") -> dict[str, Any]:
    """The context of base/desk.html: navigation with the place where one is, and who is signed in."""
    actor = request.actor
    return {
        "nav": navigation(actor, current),
        "home_url": reverse("home-of-role"),
        "county_name": actor.organisation_name,
        "person_name": actor.name,
        "person_role": "" if actor.role in TOLD_BY_THE_BODY else Role(actor.role).label,
        "sign_out_url": reverse("sign-out"),
        "congress_name": _("贯通"),
    }


def page(
    request: ActorRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    """A page of the desk; `current` is the URL name of its entry in the navigation."""
    return render(request, template, {**frame(request, current), **context}, status=status)
