"""One's activities, and the visits made in their course."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.base.now import today
from guantong.deputies.forms.visits import VisitSheet
from guantong.deputies.procedures import ACTIVITY
from guantong.deputies.selectors import activities_for
from guantong.field.door import page


@require_safe
def activities(request: ActorRequest) -> HttpResponse:
    """The activities of one's station, the newest first."""
    found = newest_first(activities_for(request.actor), request.GET.get("after", "")[:200], moment="opened_at")
    context = {
        "rows": [(activity, ACTIVITY.by_state[activity.state]) for activity in found.rows],
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if request.GET.get("after") else "",
        "today": today(),
    }
    return page(request, "field/activities.html", context, current="field:activities")


@require_http_methods(["GET", "HEAD", "POST"])
def visits(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Log several visits at once."""
    activity = get_object_or_404(activities_for(request.actor).exclude(state="cancelled"), pk=pk)
    sheet = VisitSheet(activity, request.actor, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and not sheet.asks_for_rows:
        if (logged := sheet.log()) is not None:
            messages.success(request, _("已登记%(n)s户走访。") % {"n": logged})
            return redirect("field:activities")
        status = 422
    context = {"activity": activity, "sheet": sheet, "back_url": reverse("field:activities")}
    return page(request, "field/visits.html", context, current="field:activities", status=status)
