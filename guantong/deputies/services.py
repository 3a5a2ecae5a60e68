"""Planning and holding activities, logging visits, promising and doing deeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity, Attendance, Deputy, PracticalDeed, Station, Visit
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.matters.services import open_matter, perform
from guantong.regions.models import Region


@transaction.atomic
def plan_activity(
    *,
    title: str,
    category: str,
    place: Region,
    region: Region,
    planned_for: date,
    actor: Actor,
    station: Station | None = None,
    deputies: Sequence[Deputy] = (),
) -> Activity:
    """Plan an activity and invite deputies to it. Raises NotAllowed."""
    activity = Activity(
        title=title,
        category=category,
        place=place,
        region=region,
        planned_for=planned_for,
        station=station,
        holder=station.organisation if station else None,
    )
    open_matter(matter=activity, kind="activity", actor=actor)
    Attendance.objects.bulk_create(Attendance(activity=activity, deputy=d) for d in deputies)
    return activity


@transaction.atomic
def hold_activity(
    *,
    activity: Activity,
    held_at: datetime,
    actor: Actor,
    notes: str = "",
    deputies: Sequence[Deputy] | None = None,
    seen_version: int | None = None,
) -> Activity:
    """Record that an activity took place and who came; without `deputies`, all who were invited did.

    Raises BadInput for a time to come, and what perform raises.
    """
    _not_to_come("held_at", held_at)
    held = perform(
        matter=activity,
        transition="hold",
        actor=actor,
        seen_version=seen_version,
        changes={"held_at": held_at, "notes": notes},
        data={"deputies": [deputy.name for deputy in deputies]} if deputies is not None else None,
    )
    if deputies is not None:
        held.attendances.exclude(deputy__in=deputies).delete()
        came = [Attendance(activity=held, deputy=deputy) for deputy in deputies]
        Attendance.objects.bulk_create(came, ignore_conflicts=True)
    return held


def cancel_activity(*, activity: Activity, reason: str, actor: Actor, seen_version: int | None = None) -> Activity:
    """Call an activity off. Raises what perform raises."""
    return perform(matter=activity, transition="cancel", actor=actor, reason=reason, seen_version=seen_version)


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
) -> Visit:
    """Log one visit made in the course of an activity. Raises BadInput and what perform raises."""
    _not_to_come("visited_at", visited_at)
    if not 1 <= person_times <= 200:
        raise BadInput({"person_times": _("人次应在1至200之间。")})
    visit = Visit(
        activity=activity,
        deputy=deputy,
        place=place or activity.place,
        household=household,
        person_times=person_times,
        visited_at=visited_at,
        notes=notes,
    )
    visit.save(force_insert=True)
    Mark.objects.bulk_create(marks_for(visit))
    perform(
        matter=activity,
        transition="log_visit",
        actor=actor,
        data={"visit": str(visit.pk), "person_times": person_times},
    )
    return visit


def promise_deed(
    *,
    title: str,
    content: str,
    place: Region,
    region: Region,
    actor: Actor,
    station: Station | None = None,
    deputy: Deputy | None = None,
    beneficiaries: int = 0,
) -> PracticalDeed:
    """Record a deed that a deputy or station takes on. Raises NotAllowed."""
    deed = PracticalDeed(
        title=title,
        content=content,
        place=place,
        region=region,
        station=station,
        deputy=deputy,
        beneficiaries=beneficiaries,
        holder=station.organisation if station else None,
    )
    return open_matter(matter=deed, kind="deed", actor=actor)


def do_deed(
    *, deed: PracticalDeed, done_at: datetime, actor: Actor, notes: str = "", seen_version: int | None = None
) -> PracticalDeed:
    """Record that a deed is done; somebody else checks it. Raises BadInput for a time to come."""
    _not_to_come("done_at", done_at)
    return perform(
        matter=deed,
        transition="do",
        actor=actor,
        reason=notes,
        seen_version=seen_version,
        changes={"done_at": done_at, "done_by_id": actor.person_id},
    )


def check_deed(*, deed: PracticalDeed, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Bear a deed out. Raises NotAllowed for the one who reported it done."""
    return perform(matter=deed, transition="check", actor=actor, seen_version=seen_version)


def dispute_deed(*, deed: PracticalDeed, reason: str, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Send a deed that is not done back to its promise; it no longer counts. Raises what perform raises."""
    return perform(
        matter=deed,
        transition="dispute",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"done_at": None, "done_by_id": None},
    )


def drop_deed(*, deed: PracticalDeed, reason: str, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Give a deed up. Raises what perform raises."""
    return perform(matter=deed, transition="drop", actor=actor, reason=reason, seen_version=seen_version)


def _not_to_come(field: str, moment: datetime) -> None:
    if moment > now():
        raise BadInput({field: _("时间不能晚于现在。")})
