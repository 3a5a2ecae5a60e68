"""How activities and practical deeds appear on the page of a matter: their forms and what is shown of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.deputies.forms.moves import ACTIVITY_FORMS, DEED_FORMS
from guantong.deputies.models import Activity
from guantong.deputies.selectors import raised_at, visit_sums
from guantong.matters.actions import Desk

SHOWN = 100
"""Visits and opinions listed on the page of an activity."""


def _activity(activity: Activity, actor: Actor) -> Mapping[str, Any]:
    return {
        "visits": list(activity.visits.select_related("deputy", "place").order_by("-visited_at", "-pk")[:SHOWN]),
        "visit_sums": visit_sums(activity),
        "attending": list(activity.deputies.order_by("pk")),
        "raised": list(raised_at(activity, actor)[:SHOWN]),
    }


ACTIVITY_DESK = Desk(forms=ACTIVITY_FORMS, loads=("station",), detail=_activity)
DEED_DESK = Desk(forms=DEED_FORMS, loads=("station", "deputy", "done_by"))
