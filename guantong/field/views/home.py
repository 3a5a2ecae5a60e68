"""Today: what is on at one's station, what waits, and the things one does most."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import today
from guantong.deputies.models import Activity
from guantong.deputies.selectors import activities_for, deputy_of, duties_of, station_of
from guantong.field.door import page
from guantong.field.views.duties import swaps_at_hand
from guantong.matters.registry import procedure_of
from guantong.matters.selectors import page_of, worklist

AHEAD = timedelta(days=7)
BEHIND = timedelta(days=30)
SHOWN = 5


@require_safe
def home(request: ActorRequest) -> HttpResponse:
    """The first page of somebody at work among people."""
    waiting = page_of(worklist(request.actor).exclude(kind="activity"), size=SHOWN)
    context = {
        "station": station_of(request.actor),
        "activities": list(_coming(activities_for(request.actor))[:SHOWN]),
        "today": today(),
        "duty": duties_of(request.actor).first(),
        "swaps": len(swaps_at_hand(request)),
        "waiting": [(matter, procedure_of(matter).by_state[matter.state].label) for matter in waiting.rows],
        "more_waiting": bool(waiting.next),
    }
    return page(request, "field/home.html", context, current="field:home")


def _coming(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """Planned for the next days, or planned before and not yet said to be held."""
    near = rows.filter(state="planned", planned_for__range=(today() - BEHIND, today() + AHEAD))
    return near.order_by("planned_for", "pk")


@require_safe
def me(request: ActorRequest) -> HttpResponse:
    """Who one is here, and signing out."""
    context = {"station": station_of(request.actor), "deputy": deputy_of(request.actor)}
    return page(request, "field/me.html", context, current="field:me")
