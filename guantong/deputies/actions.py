"""How activities, deeds and stations' projects appear on the page of a matter: their forms, and what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.deputies.forms.moves import ACTIVITY_FORMS, DEED_FORMS
from guantong.deputies.forms.station_projects import PROJECT_FORMS
from guantong.deputies.models import Activity, StationProject
from guantong.deputies.selectors import attendances_of, raised_at, visit_sums
from guantong.deputies.standards import standards_of
from guantong.matters.actions import Desk

SHOWN = 100
"""Visits and opinions listed on the page of an activity."""


def _activity(activity: Activity, actor: Actor) -> Mapping[str, Any]:
    return {
        "visits": list(activity.visits.select_related("deputy", "place").order_by("-visited_at", "-pk")[:SHOWN]),
        "visit_sums": visit_sums(activity),
        "attendances": attendances_of(activity),
        "regions": list(activity.regions.order_by("pk")),
        "raised": list(raised_at(activity, actor)[:SHOWN]),
    }


def _project(project: StationProject, actor: Actor) -> Mapping[str, Any]:
    met = set(project.standards)
    return {"standards": [(name, code in met) for code, name in standards_of(project.region_id).items()]}


ACTIVITY_DESK = Desk(forms=ACTIVITY_FORMS, loads=("station", "member"), detail=_activity)
PROJECT_DESK = Desk(forms=PROJECT_FORMS, loads=("station", "proposed_by"), detail=_project)
DEED_DESK = Desk(forms=DEED_FORMS, loads=("station", "deputy", "done_by"))
