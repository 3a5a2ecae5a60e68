"""How activities, deeds, stations' projects and links appear on the page of a matter: their forms, what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.deputies.contact_lists import contacts_of, links_for, with_progress
from guantong.deputies.figures import COUNTED_IN
from guantong.deputies.forms.check_ins import CHECK_IN_FORMS
from guantong.deputies.forms.holding import HOLD_FORMS
from guantong.deputies.forms.links import LINK_FORMS
from guantong.deputies.forms.moves import ACTIVITY_FORMS, DEED_FORMS
from guantong.deputies.forms.reporting import REPORT_FORMS
from guantong.deputies.forms.station_projects import PROJECT_FORMS
from guantong.deputies.models import Activity, ContactLink, StationProject, Target
from guantong.deputies.policies import ORGANISERS, host
from guantong.deputies.presence import presence_at
from guantong.deputies.selectors import attendances_of, deeds_promised_at, raised_at, visit_sums
from guantong.deputies.standards import standards_of
from guantong.figures.addresses import figure_url
from guantong.figures.selectors import half_year_of
from guantong.matters.actions import Desk, MoveForm

SHOWN = 100
"""Visits and opinions listed on the page of an activity."""

NEWEST = 10
"""Contacts listed on the page of a link; its log has all."""


def _activity(activity: Activity, actor: Actor) -> Mapping[str, Any]:
    raised = raised_at(activity, actor)
    return {
        "visits": list(activity.visits.select_related("deputy", "place").order_by("-visited_at", "-pk")[:SHOWN]),
        "visit_sums": visit_sums(activity),
        "attendances": attendances_of(activity),
        "presence": presence_at(activity),
        "regions": list(activity.regions.order_by("pk")),
        "raised": list(raised[:SHOWN]),
        "solved": raised.filter(opinion__resolved_at__isnull=False).count(),
        "promised": list(deeds_promised_at(activity, actor)[:SHOWN]),
        "may_show_code": activity.takes_check_ins and host(actor, activity) is None,
        "may_organise": actor.role in ORGANISERS,
    }


def _project(project: StationProject, actor: Actor) -> Mapping[str, Any]:
    met = set(project.standards)
    return {"standards": [(name, code in met) for code, name in standards_of(project.region_id).items()]}


def _link(link: ContactLink, actor: Actor) -> Mapping[str, Any]:
    """The log is only for those who see the link in their lists: not for every deputy of the same station."""
    period = half_year_of(today())
    known = links_for(actor).filter(pk=link.pk).exists()
    figure = COUNTED_IN[Target(link.target)]
    return {
        "figure": figure.indicator,
        "figure_url": figure_url(figure.code, link.region_id, period),
        "period": period,
        "progress": with_progress([link], period)[0][1],
        "contacts": list(contacts_of(link).order_by("-met_at", "-pk")[:NEWEST]) if known else [],
        "known": known,
    }


FORMS_OF_ACTIVITIES: dict[str, type[MoveForm]] = {**ACTIVITY_FORMS, **CHECK_IN_FORMS, **HOLD_FORMS, **REPORT_FORMS}
ACTIVITY_DESK = Desk(forms=FORMS_OF_ACTIVITIES, loads=("station", "member"), detail=_activity)
PROJECT_DESK = Desk(forms=PROJECT_FORMS, loads=("station", "proposed_by"), detail=_project)
DEED_DESK = Desk(forms=DEED_FORMS, loads=("station", "deputy", "done_by", "promised_at_activity"))
LINK_DESK = Desk(forms=LINK_FORMS, loads=("deputy__station", "contacted"), detail=_link)
