"""Stations and stalls: their mode, market days, deputies and codes."""

from __future__ import annotations

from collections import defaultdict

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.actors import CONGRESS_ROLES
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.deputies import selectors
from guantong.deputies.forms.station_projects import ProposeForm
from guantong.deputies.models import Station
from guantong.deputies.policies import ORGANISERS
from guantong.desk.door import page
from guantong.desk.listing import chosen_of, tabs
from guantong.desk.opening import opening_page
from guantong.opinions.models import IntakeCode, Source
from guantong.opinions.selectors import codes_for, working

PAGE = 50


@require_safe
def stations(request: ActorRequest) -> HttpResponse:
    """The stations and stalls of the county; for the city, of all counties."""
    kind = chosen_of(request, "kind", Station.Kind.values)
    rows = selectors.stations_for(request.actor)
    rows = rows.filter(kind=kind) if kind else rows
    start = _start(request.GET.get("from", ""))
    found = list(rows[start : start + PAGE + 1])
    context = {
        "rows": _with_codes(request, found[:PAGE]),
        "tabs": tabs("kind", [("", _("全部")), *Station.Kind.choices], kind),
        "several": request.actor.role == Role.CITY,
        "may_make": request.actor.role in CONGRESS_ROLES,
        "may_propose": request.actor.role in ORGANISERS,
        "next_url": f"?kind={kind}&from={start + PAGE}" if len(found) > PAGE else "",
        "first_url": f"?kind={kind}" if start else "",
    }
    return page(request, "desk/stations/list.html", context, current="desk:stations")


def _start(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 5 else 0


def _with_codes(request: ActorRequest, found: list[Station]) -> list[tuple[Station, list[IntakeCode]]]:
    """Each station with its own working codes; those of its deputies are their own."""
    codes: dict[int | None, list[IntakeCode]] = defaultdict(list)
    for code in working(codes_for(request.actor)).filter(station__in=found, source__in=[Source.STATION, Source.STALL]):
        codes[code.station_id].append(code)
    return [(station, codes[station.pk]) for station in found]


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: ActorRequest) -> HttpResponse:
    """Propose to raise a station in grade, or to keep it together with another province."""
    done = _("已申报。验收由申报人以外的县人大工作人员进行。")
    return opening_page(request, ProposeForm, "desk/stations/propose.html", current="desk:stations", done=done)


urlpatterns = [
    path("stations/", stations, name="stations"),
    path("stations/propose/", propose, name="propose-station-project"),
]
