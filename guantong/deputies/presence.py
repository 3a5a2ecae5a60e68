"""Who is expected at an activity, who checks in, and who is there."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.deputies.models import Activity, Attendance


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is expected at an activity and who is there, in heads; each presence of it is one person-time 人次.

    `due` are the deputies on the list, those on leave among them; `absent` neither came nor asked leave.
    """

    due: int
    came: int
    by_code: int
    on_leave: int
    guests: int

    @property
    def present(self) -> int:
        """Deputies and guests."""
        return self.came + self.guests

    @property
    def absent(self) -> int:
        return self.due - self.came - self.on_leave


def presence_at(activity: Activity) -> Presence:
    """Who came to an activity that was held; before that, who has checked in so far."""
    held = Q(came=True) if activity.state == "held" else Q(checked_in_at__isnull=False)
    a_deputy = Q(deputy__isnull=False)
    counts = activity.attendances.aggregate(
        due=Count("pk", filter=a_deputy),
        there=Count("pk", filter=a_deputy & held),
        by_code=Count("pk", filter=a_deputy & held & Q(checked_in_at__isnull=False)),
        on_leave=Count("pk", filter=a_deputy & ~held & ~Q(excuse="")),
        guests=Count("pk", filter=Q(deputy__isnull=True, came=True)),
    )
    return Presence(came=counts.pop("there"), **counts)


def open_check_ins(region_code: str) -> QuerySet[Activity]:
    """The activities of a county at which deputies check in now."""
    rows = Activity.objects.filter(region_id=region_code, state="planned", planned_for=today())
    return rows.filter(check_in_opened_at__isnull=False, check_in_closed_at__isnull=True).select_related("place")


def checked_in(activity: Activity) -> QuerySet[Attendance]:
    """Who checked in at an activity, the last first."""
    rows = activity.attendances.filter(checked_in_at__isnull=False)
    return rows.select_related("deputy").order_by("-checked_in_at", "-pk")


def check_in_at(region_code: str) -> QuerySet[Activity]:
    """The activities of a county at which a check-in was ever opened."""
    rows = Activity.objects.filter(region_id=region_code, check_in_opened_at__isnull=False)
    return rows.select_related("place", "station")


def attendance_of(activity: Activity, actor: Actor) -> Attendance | None:
    """The actor's own row on the list of an activity."""
    if actor.person_id is None:
        return None
    return activity.attendances.filter(deputy__person_id=actor.person_id).first()


def probably_there(activity: Activity) -> QuerySet[Attendance]:
    """The deputies who are taken for present until somebody says otherwise.

    Where there was a check-in, who checked in; otherwise who was invited or signed up and is not on leave.
    """
    rows = Attendance.objects.filter(activity=activity, deputy__isnull=False).select_related("deputy")
    if activity.check_in_opened_at is not None:
        return rows.filter(checked_in_at__isnull=False)
    return rows.filter(excuse="")
