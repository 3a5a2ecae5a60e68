"""Planning and holding activities, and who takes part in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity, ActivityCategory, Attendance, Deputy, Station
from guantong.deputies.services.moments import not_to_come
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.matters.services import open_matter_once, perform
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
    member: Deputy | None = None,
    regions: Sequence[Region] = (),
    client_id: UUID | None = None,
) -> Activity:
    """Plan an activity and invite deputies to it.

    `member` calls on the deputies; `regions` research together with the own one. The same `client_id` a second
    time is the same activity. Raises NotAllowed, Conflict (see open_matter_once), and BadInput for a contact
    without a member of the standing committee, or a joint research without another county.
    """
    _check_partners(category, member, regions)
    activity = Activity(
        id=client_id or uuid6.uuid7(),
        title=title,
        category=category,
        place=place,
        region=region,
        planned_for=planned_for,
        station=station,
        member=member,
        holder=station.organisation if station else None,
    )
    planned = open_matter_once(matter=activity, kind="activity", actor=actor)
    if regions:
        planned.regions.set([region, *regions])
    Attendance.objects.bulk_create((Attendance(activity=planned, deputy=d) for d in deputies), ignore_conflicts=True)
    return planned


def _check_partners(category: str, member: Deputy | None, regions: Sequence[Region]) -> None:
    if category == ActivityCategory.MEMBER_CONTACT and (member is None or not member.member):
        raise BadInput({"member": _("请选择进行联系的常委会组成人员。")})
    if category == ActivityCategory.JOINT_RESEARCH and not regions:
        raise BadInput({"regions": _("请选择一同调研的县（市、区）。")})


@transaction.atomic
def sign_up(*, activity: Activity, deputy: Deputy, actor: Actor, seen_version: int | None = None) -> Activity:
    """Sign a deputy up for an activity, or take back that they cannot come. Raises what perform raises."""
    joined = perform(
        matter=activity,
        transition="sign_up",
        actor=actor,
        seen_version=seen_version,
        data={"deputy": deputy.name},
    )
    row, new = Attendance.objects.get_or_create(activity=joined, deputy=deputy, defaults={"invited": False})
    if not new and row.excuse:
        row.excuse = ""
        row.save(update_fields=["excuse"])
    return joined


@transaction.atomic
def ask_leave(
    *, activity: Activity, deputy: Deputy, reason: str, actor: Actor, seen_version: int | None = None
) -> Activity:
    """Say why an invited deputy cannot come 请假. Raises what perform raises."""
    asked = perform(
        matter=activity,
        transition="ask_leave",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        data={"deputy": deputy.name},
    )
    Attendance.objects.update_or_create(activity=asked, deputy=deputy, defaults={"excuse": reason[:200]})
    return asked


@transaction.atomic
def hold_activity(
    *,
    activity: Activity,
    held_at: datetime,
    actor: Actor,
    notes: str = "",
    deputies: Sequence[Deputy] | None = None,
    guests: Sequence[str] = (),
    seen_version: int | None = None,
) -> Activity:
    """Record that an activity took place and who came: each deputy and each guest is one person-time 人次.

    Without `deputies`, all came who were expected: invited or signed up, and not on leave. Raises BadInput for a
    time to come, and what perform raises.
    """
    not_to_come("held_at", held_at)
    expected = Attendance.objects.filter(activity=activity, deputy__isnull=False, excuse="")
    came = [row.deputy for row in expected.select_related("deputy")] if deputies is None else list(deputies)
    held = perform(
        matter=activity,
        transition="hold",
        actor=actor,
        seen_version=seen_version,
        changes={"held_at": held_at, "notes": notes},
        data={"deputies": [str(deputy) for deputy in came], "guests": list(guests)},
    )
    Attendance.objects.filter(activity=held).update(came=False)
    _came(held, [Attendance(activity=held, deputy=deputy, invited=False, came=True) for deputy in came])
    _came(held, [Attendance(activity=held, guest=guest, invited=False, came=True) for guest in dict.fromkeys(guests)])
    if present := held.attendances.filter(came=True).first():
        Mark.objects.bulk_create(marks_for(present))
    return held


def _came(activity: Activity, rows: list[Attendance]) -> None:
    """Add who came without being invited; of the others, note that they came."""
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    Attendance.objects.filter(activity=activity, deputy__in=[row.deputy_id for row in rows if row.deputy_id]).update(
        came=True
    )


def cancel_activity(*, activity: Activity, reason: str, actor: Actor, seen_version: int | None = None) -> Activity:
    """Call an activity off. Raises what perform raises."""
    return perform(matter=activity, transition="cancel", actor=actor, reason=reason, seen_version=seen_version)
