"""Planning and holding activities, and who takes part in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity, ActivityCategory, Attendance, Deputy, Station
from guantong.deputies.presence import probably_there
from guantong.deputies.selectors import congress_deputies
from guantong.deputies.services.inviting import invite
from guantong.deputies.services.moments import not_to_come
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.matters.services import open_matter_once, perform
from guantong.matters.services.locking import lock_matter
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
    """Plan an activity and invite deputies to it: their bodies are told, and see it from then on.

    To a meeting of the congress 人代会 all of its deputies are invited, unless some are named. `member` calls on the
    deputies; `regions` research together with the own one. The same `client_id` a second time is the same activity.
    Raises NotAllowed, Conflict (see open_matter_once), and BadInput for a contact without a member of the standing
    committee, or a joint research without another county.
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
    everybody = category == ActivityCategory.SESSION and not deputies
    invite(activity=planned, deputies=list(congress_deputies(place, region)) if everybody else deputies, actor=actor)
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
    return _on_leave(activity, deputy, "ask_leave", reason, actor, seen_version)


@transaction.atomic
def note_leave(
    *, activity: Activity, deputy: Deputy, reason: str, actor: Actor, seen_version: int | None = None
) -> Activity:
    """Note the leave that a deputy asked for by word or on paper 代为登记请假. Raises what perform raises."""
    return _on_leave(activity, deputy, "note_leave", reason, actor, seen_version)


def _on_leave(
    activity: Activity, deputy: Deputy, transition: str, reason: str, actor: Actor, seen_version: int | None
) -> Activity:
    asked = perform(
        matter=activity,
        transition=transition,
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

    Without `deputies`, all came who were expected (see `probably_there`). A check-in that is open ends. Raises
    BadInput for a time to come, and what perform raises.
    """
    not_to_come("held_at", held_at)
    # Nobody checks in between the list that is made here and the move.
    activity = lock_matter(activity)
    expected = [row.deputy for row in probably_there(activity) if row.deputy] if deputies is None else deputies
    came = list(expected)
    by_code = set(activity.attendances.filter(checked_in_at__isnull=False).values_list("deputy_id", flat=True))
    held = perform(
        matter=activity,
        transition="hold",
        actor=actor,
        seen_version=seen_version,
        changes={"held_at": held_at, "notes": notes, **_check_in_ends(activity)},
        data={
            "deputies": [str(deputy) for deputy in came],
            "by_code": [str(deputy) for deputy in came if deputy.pk in by_code],
            "guests": list(guests),
        },
    )
    Attendance.objects.filter(activity=held).update(came=False)
    _came(held, [Attendance(activity=held, deputy=deputy, invited=False, came=True) for deputy in came])
    _came(held, [Attendance(activity=held, guest=guest, invited=False, came=True) for guest in dict.fromkeys(guests)])
    # One row marks the cell of all of them: they share model, place and day.
    if somebody := held.attendances.first():
        Mark.objects.bulk_create(marks_for(somebody))
    return held


def _check_in_ends(activity: Activity) -> dict[str, datetime]:
    """What changes with a move after which nobody checks in any more."""
    open_still = activity.check_in_opened_at is not None and activity.check_in_closed_at is None
    return {"check_in_closed_at": now()} if open_still else {}


def _came(activity: Activity, rows: list[Attendance]) -> None:
    """Add who came without being invited; of the others, note that they came."""
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)
    Attendance.objects.filter(activity=activity, deputy__in=[row.deputy_id for row in rows if row.deputy_id]).update(
        came=True
    )


@transaction.atomic
def cancel_activity(*, activity: Activity, reason: str, actor: Actor, seen_version: int | None = None) -> Activity:
    """Call an activity off; a check-in that is open ends. Raises what perform raises."""
    return perform(
        matter=activity,
        transition="cancel",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes=_check_in_ends(lock_matter(activity)),
    )
