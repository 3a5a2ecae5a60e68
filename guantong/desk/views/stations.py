"""Stations and stalls: their mode, market days, deputies and codes."""

from __future__ import annotations

from collections import defaultdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.actors import CONGRESS_ROLES
from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import selectors
from guantong.deputies.forms.station_projects import ProposeForm
from guantong.deputies.models import Station
from guantong.deputies.policies import ORGANISERS
from guantong.desk.door import page
from guantong.opinions.models import IntakeCode, Source
from guantong.opinions.selectors import codes_for, working

PAGE = 50


@require_safe
def stations(request: ActorRequest) -> HttpResponse:
    """The stations and stalls of the county; for the city, of all counties."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in Station.Kind.values else ""
    rows = selectors.stations_for(request.actor)
    rows = rows.filter(kind=kind) if kind else rows
    start = _start(request.GET.get("from", ""))
    found = list(rows[start : start + PAGE + 1])
    context = {
        "rows": _with_codes(request, found[:PAGE]),
        "tabs": _tabs(kind),
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


def _tabs(chosen: str) -> list[dict[str, object]]:
    known = [("", _("全部")), *Station.Kind.choices]
    return [
        {"label": label, "url": f"?kind={value}" if value else "?", "current": value == chosen}
        for value, label in known
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: ActorRequest) -> HttpResponse:
    """Propose to raise a station in grade, or to keep it together with another province."""
    form = ProposeForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            project = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("已申报。验收由申报人以外的县人大工作人员进行。"))
            return redirect("desk:matter", project.pk)
    status = 422 if form.errors else 200
    return page(request, "desk/stations/propose.html", {"form": form}, current="desk:stations", status=status)


urlpatterns = [
    path("stations/", stations, name="stations"),
    path("stations/propose/", propose, name="propose-station-project"),
]
