"""One station or stall: all that is known of it, its market days, and who serves there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.middleware import ActorRequest
from guantong.base.now import today
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import selectors
from guantong.deputies.forms.rotas import AssignForm, MarketDaysForm
from guantong.deputies.models import Station, StationProject
from guantong.deputies.policies import ORGANISERS, decides_swap, proposes_swap, runs_station, serves_station
from guantong.deputies.procedures import ACTIVITY, STATION_PROJECT
from guantong.deputies.standards import standards_of
from guantong.desk.door import page
from guantong.kernel.markets import is_provisional, market_days
from guantong.matters.selectors import visible
from guantong.opinions.selectors import codes_for, working

AHEAD = timedelta(days=62)
SHOWN = 60
CURRENT = "desk:stations"


def one(request: ActorRequest, station: int) -> Station:
    """The station, if it exists for whoever asks."""
    return get_object_or_404(selectors.stations_for(request.actor), pk=station)


@require_safe
def station_page(request: ActorRequest, station: int) -> HttpResponse:
    """Everything that is known of a station."""
    found, actor, first = one(request, station), request.actor, today()
    context = {
        "station": found,
        "may_run": runs_station(actor, found) is None,
        "may_enter": actor.role in CONGRESS_ROLES and actor.region_code == found.region_id,
        "may_print": actor.role in ORGANISERS,
        "levels": selectors.by_level(found),
        "standards": _standards(found),
        "codes": list(working(codes_for(actor)).filter(station=found)[:SHOWN]),
        "duties": _duties(found, actor),
        "swaps": [
            (swap, decides_swap(actor, swap) is None, swap.proposed_by_id == actor.person_id)
            for swap in selectors.open_swaps(actor).filter(duty__station=found)
        ],
        "projects": [(project, STATION_PROJECT.by_state[project.state].label) for project in _projects(found, actor)],
        "activities": [(a, ACTIVITY.by_state[a.state].label) for a in _half_year(found, actor)],
        "rooms": list(found.rooms.all()),
        "market_days": _market_days(found, first),
        "months": [first.strftime("%Y-%m"), (first.replace(day=1) + timedelta(days=31)).strftime("%Y-%m")],
    }
    return page(request, "desk/stations/station.html", context, current=CURRENT)


def _standards(station: Station) -> list[tuple[str, bool]]:
    """The county's standards, and whether the last accepted project found each met."""
    last = station.projects.filter(state="accepted", category=StationProject.Category.UPGRADE)
    project = last.order_by("-accepted_at").first()
    met = set(project.standards) if project else set()
    return [(name, code in met) for code, name in standards_of(station.region_id).items()]


def _duties(station: Station, actor: Actor) -> list[tuple[Any, bool, bool]]:
    """The next duties, and for each whether the actor may swap it and open it."""
    serves = serves_station(actor, station) is None
    rows = selectors.duties_between(station, today(), today() + AHEAD)[:SHOWN]
    return [
        (duty, duty.activity_id is None and proposes_swap(actor, duty) is None, serves and duty.activity_id is None)
        for duty in rows
    ]


def _projects(station: Station, actor: Actor) -> list[StationProject]:
    rows = StationProject.objects.filter(station=station, pk__in=visible(actor).values("pk"))
    return list(rows.order_by("-opened_at")[:SHOWN])


def _half_year(station: Station, actor: Actor) -> list[Any]:
    day = today()
    first = date(day.year, 1 if day.month <= 6 else 7, 1)
    rows = selectors.activities_for(actor).filter(station=station, planned_for__gte=first)
    return list(rows.order_by("-planned_for", "-pk")[:SHOWN])


def _market_days(station: Station, first: date) -> dict[str, Any]:
    cycle = station.market_cycle
    if cycle is None:
        return {}
    last = first + timedelta(days=30)
    return {"days": market_days(cycle, first, last), "provisional": is_provisional(cycle, first, last)}


def filled_in(request: ActorRequest, form: Any, heading: str, back: str, done: str) -> HttpResponse:
    """A page of one form about a station; carried out, it leads `back` and says that it is `done`."""
    if request.method == "POST" and form.is_valid():
        try:
            form.act()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, done)
            return redirect(back)
    context = {"form": form, "heading": heading, "back_url": back}
    status = 422 if form.errors else 200
    return page(request, "desk/stations/form.html", context, current=CURRENT, status=status)


def sent(request: ActorRequest) -> Any:
    """What was typed, when something was sent."""
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "HEAD", "POST"])
def set_market_days(request: ActorRequest, station: int) -> HttpResponse:
    """Say on which days the market is held."""
    found = one(request, station)
    form = MarketDaysForm(sent(request), station=found, actor=request.actor)
    heading = _("%(station)s的圩日") % {"station": found.name}
    return filled_in(request, form, heading, reverse("desk:station", args=[station]), _("圩日已登记。"))


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: ActorRequest, station: int) -> HttpResponse:
    """Let a deputy serve here."""
    found = one(request, station)
    form = AssignForm(sent(request), station=found, actor=request.actor)
    heading = _("编入%(station)s") % {"station": found.name}
    return filled_in(request, form, heading, reverse("desk:station", args=[station]), _("代表已编入本站。"))


urlpatterns = [
    path("stations/<int:station>/", station_page, name="station"),
    path("stations/<int:station>/market-days/", set_market_days, name="station-market-days"),
    path("stations/<int:station>/deputies/", assign, name="assign-deputy"),
]
