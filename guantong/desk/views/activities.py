"""Activities of deputies: the list, planning one, and logging several visits at once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.deputies import selectors
from guantong.deputies.forms.opening import PlanForm
from guantong.deputies.forms.visits import VisitSheet
from guantong.deputies.procedures import ACTIVITY
from guantong.desk.door import page
from guantong.desk.listing import chosen_of, matters_page, tabs
from guantong.desk.opening import opening_page

CURRENT = "desk:activities"


@require_safe
def activities(request: ActorRequest) -> HttpResponse:
    """The activities that one may see, the newest first."""
    state = chosen_of(request, "state", ACTIVITY.by_state)
    rows = selectors.activities_for(request.actor)
    context = {
        **matters_page(request, rows.filter(state=state) if state else rows, name="state", chosen=state),
        "tabs": tabs("state", [("", _("全部")), *((one.code, one.label) for one in ACTIVITY.states)], state),
    }
    return page(request, "desk/activities/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ActorRequest) -> HttpResponse:
    """Plan an activity and invite deputies."""
    return opening_page(request, PlanForm, "desk/activities/plan.html", current=CURRENT, done=_("活动已列入计划。"))


@require_http_methods(["GET", "HEAD", "POST"])
def visits(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Log several visits made in the course of an activity."""
    activity = get_object_or_404(selectors.activities_for(request.actor), pk=pk)
    sheet = VisitSheet(activity, request.actor, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and not sheet.asks_for_rows:
        if (logged := sheet.log()) is not None:
            messages.success(request, ngettext("已登记%(n)s户走访。", "已登记%(n)s户走访。", logged) % {"n": logged})
            return redirect("desk:matter", pk)
        status = 422
    crumbs = [{"label": activity.title, "url": reverse("desk:matter", args=[pk])}, {"label": _("登记走访")}]
    context = {"activity": activity, "sheet": sheet, "crumbs": crumbs, "back_url": reverse("desk:matter", args=[pk])}
    return page(request, "desk/activities/visits.html", context, current=CURRENT, status=status)


urlpatterns = [
    path("activities/", activities, name="activities"),
    path("activities/plan/", plan, name="plan-activity"),
    path("activities/<uuid:pk>/visits/", visits, name="log-visits"),
]
