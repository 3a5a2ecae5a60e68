"""Checking in on the spot 签到: opening it for the room, checking in by the code of the screen, and closing it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.check_in_codes import is_code
from guantong.deputies.models import Activity, Attendance, Deputy
from guantong.deputies.models.activity import OPEN_CATEGORIES
from guantong.matters.services import perform
from guantong.matters.services.locking import lock_matter


def open_check_in(*, activity: Activity, actor: Actor, seen_version: int | None = None) -> Activity:
    """Let deputies check in by code, on the day that the activity was planned for; also once more after closing.

    Raises NotAllowed on any other day and while it is open, and what perform raises.
    """
    return perform(
        matter=activity,
        transition="open_check_in",
        actor=actor,
        seen_version=seen_version,
        changes={"check_in_opened_at": now(), "check_in_closed_at": None},
    )


def close_check_in(*, activity: Activity, actor: Actor, seen_version: int | None = None) -> Activity:
    """Take no more check-ins. Raises NotAllowed where none are taken, and what perform raises."""
    return perform(
        matter=activity,
        transition="close_check_in",
        actor=actor,
        seen_version=seen_version,
        changes={"check_in_closed_at": now()},
    )


@transaction.atomic
def check_in(*, activity: Activity, deputy: Deputy, code: str, actor: Actor) -> Attendance:
    """Note that a deputy is there: themself, with the code of the screen. A second time changes nothing.

    Who had asked leave and came after all is no longer on leave. Raises NotNow after closing, BadInput for a code
    that is not or no longer the screen's, NotAllowed for somebody else, for another county, and for who was not
    invited to an activity that is not open to all.
    """
    # Two scans at once: the second waits here and finds the first.
    held = lock_matter(activity)
    row = Attendance.objects.filter(activity=held, deputy=deputy).first()
    if actor.person_id is None or deputy.person_id != actor.person_id or not deputy.active:
        raise NotAllowed(_("签到由代表本人进行。"))
    if row is not None and row.checked_in_at is not None:
        return row
    if not held.takes_check_ins:
        raise NotNow(_("签到已经结束。人到了没有签上的，请告诉组织者，由组织者在名单上登记。"))
    if row is None and held.category not in OPEN_CATEGORIES:
        raise NotAllowed(_("这次活动由受邀请的代表参加，名单上没有您。请告诉组织者。"))
    at = now()
    if not is_code(held, code, at):
        raise BadInput({"code": _("签到码不对，或者已经换了。请看屏幕上现在的码。")})
    there = perform(matter=held, transition="check_in", actor=actor, data={"deputy": deputy.name, "way": "code"})
    row, _new = Attendance.objects.update_or_create(
        activity=there,
        deputy=deputy,
        defaults={"checked_in_at": at, "excuse": ""},
        create_defaults={"checked_in_at": at, "invited": False},
    )
    return row
