"""The screen of a check-in: code and sign for the room to scan, and who is there, anew every few seconds."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import now
from guantong.base.public_address import opens_nowhere_else, public_url
from guantong.deputies import selectors
from guantong.deputies.check_in_codes import code_at, grouped
from guantong.deputies.policies import host
from guantong.deputies.presence import checked_in, presence_at
from guantong.desk.door import page
from guantong.opinions.qr import qr_svg, short_address


@require_safe
@never_cache
def check_in(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The screen that the organiser shows; for htmx the part that changes. Others find no such page."""
    activity = get_object_or_404(selectors.activities_for(request.actor), pk=pk)
    if activity.check_in_opened_at is None or host(request.actor, activity) is not None:
        raise Http404
    context = {
        "activity": activity,
        "presence": presence_at(activity),
        "there": list(checked_in(activity)),
        "crumbs": [],
    }
    if activity.takes_check_ins:
        code = code_at(activity, now())
        address = public_url(request, reverse("field:check-in-here", args=[pk, code]))
        by_hand = public_url(request, reverse("field:check-in"))
        context |= {
            "code": grouped(code),
            "qr": qr_svg(address),
            "address": short_address(by_hand),
            "nowhere": opens_nowhere_else(by_hand),
        }
    if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/activities/_check_in.html", context)
    return page(request, "desk/activities/check_in.html", context, current="desk:activities")


urlpatterns = [path("activities/<uuid:pk>/check-in/", check_in, name="check-in")]
