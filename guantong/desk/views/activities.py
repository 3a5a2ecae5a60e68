"""Activities of deputies: the list, planning one, and logging several visits at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import selectors
from guantong.deputies.forms.opening import PlanForm
from guantong.deputies.forms.visits import VisitSheet
from guantong.deputies.procedures import ACTIVITY
from guantong.desk.door import page

CURRENT = "desk:activities"


def state_tabs(states: Any, chosen: str) -> list[dict[str, object]]:
    """Tabs for all and for each state of a procedure."""
    known = [("", _("全部")), *((state.code, state.label) for state in states)]
    return [
        {"label": label, "url": f"?state={code}" if code else "?", "current": code == chosen} for code, label in known
    ]


@require_safe
def activities(request: ActorRequest) -> HttpResponse:
    """The activities that one may see, the newest first."""
    state = request.GET.get("state", "")
    state = state if state in ACTIVITY.by_state else ""
    rows = selectors.activities_for(request.actor)
    found = newest_first(
        rows.filter(state=state) if state else rows, request.GET.get("after", "")[:200], moment="opened_at"
    )
    context = {
        "rows": [(activity, ACTIVITY.by_state[activity.state]) for activity in found.rows],
        "tabs": state_tabs(ACTIVITY.states, state),
        "next_url": f"?state={state}&after={found.next}" if found.next else "",
        "first_url": f"?state={state}" if request.GET.get("after") else "",
    }
    return page(request, "desk/activities/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ActorRequest) -> HttpResponse:
    """Plan an activity and invite deputies."""
    form = PlanForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            activity = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("活动已列入计划。"))
            return redirect("desk:matter", activity.pk)
    return page(
        request, "desk/activities/plan.html", {"form": form}, current=CURRENT, status=422 if form.errors else 200
    )


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
