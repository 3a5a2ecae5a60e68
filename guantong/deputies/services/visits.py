"""Logging the visits made in the course of an activity."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotNow
from guantong.deputies.models import Activity, Deputy, Visit
from guantong.deputies.services.moments import not_to_come
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.matters.models import Matter
from guantong.matters.services import perform
from guantong.regions.models import Region


@transaction.atomic
def log_visit(
    *,
    activity: Activity,
    household: str,
    person_times: int,
    visited_at: datetime,
    actor: Actor,
    place: Region | None = None,
    deputy: Deputy | None = None,
    notes: str = "",
    client_id: UUID | None = None,
) -> Visit:
    """Log one visit made in the course of an activity; the same `client_id` a second time changes nothing.

    Raises BadInput and what perform raises.
    """
    not_to_come("visited_at", visited_at)
    if not 1 <= person_times <= 200:
        raise BadInput({"person_times": _("人次应在1至200之间。")})
    visit = Visit(
        activity=activity,
        client_id=client_id,
        deputy=deputy,
        place=place or activity.place,
        household=household,
        person_times=person_times,
        visited_at=visited_at,
        notes=notes,
    )
    # Whoever sends the same sheet twice at once waits here for the first.
    Matter.objects.select_for_update().only("pk").get(pk=activity.pk)
    if client_id is not None and (first := Visit.objects.filter(activity=activity, client_id=client_id).first()):
        return first
    visit.save(force_insert=True)
    Mark.objects.bulk_create(marks_for(visit))
    perform(
        matter=activity,
        transition="log_visit",
        actor=actor,
        data={"visit": str(visit.pk), "person_times": person_times},
    )
    return visit


@transaction.atomic
def strike_visit(
    *, activity: Activity, visit: Visit, reason: str, actor: Actor, seen_version: int | None = None
) -> Visit:
    """Take a visit that was logged wrongly out of the count; it stays to be read. Raises what perform raises.

    Raises NotNow for one that is not of this activity or was struck before.
    """
    perform(
        matter=activity,
        transition="strike_visit",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        data={"visit": str(visit.pk), "person_times": visit.person_times},
    )
    struck = Visit.objects.filter(pk=visit.pk, activity=activity, struck_at__isnull=True).update(struck_at=now())
    if not struck:
        raise NotNow(_("这条走访记录已经作废。"))
    Mark.objects.bulk_create(marks_for(visit))
    visit.refresh_from_db()
    return visit
