"""Who comes in by the field door, and what stands around every page of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.notifications.reading import unread_count

AT_STATIONS = frozenset({Role.DEPUTY, Role.KEEPER})
"""Deputies and those who keep a station."""

Entry = tuple[str, str | Promise, str]

NAV: tuple[Entry, ...] = (
    ("field:home", _("今天"), "home"),
    ("field:record", _("记意见"), "pen"),
    ("field:activities", _("活动"), "list"),
    ("field:inbox", _("消息"), "info"),
    ("field:me", _("我的"), "person"),
)


def page(
    request: ActorRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    """A page of the field door; `current` is the URL name of its entry in the bar below."""
    unread = unread_count(request.actor)
    nav = [
        {
            "label": label,
            "url": reverse(name),
            "icon": icon,
            "current": name == current,
            "count": unread if name == "field:inbox" else 0,
        }
        for name, label, icon in NAV
    ]
    frame = {"nav": nav, "person_name": request.actor.name, "home_url": reverse("field:home")}
    return render(request, template, {**frame, **context}, status=status)
