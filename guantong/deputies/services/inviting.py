"""Inviting deputies to an activity: their bodies see it and are told, so that they can sign up or ask leave."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor, posts_held
from guantong.accounts.models import Role
from guantong.base.now import now
from guantong.deputies.models import Activity, Attendance, Deputy
from guantong.matters.models import Holding
from guantong.notifications.notices import Notice, send


def invite(*, activity: Activity, deputies: Sequence[Deputy], actor: Actor) -> None:
    """Put deputies on the list of an activity that was just planned, inside the caller's transaction.

    The body in which a deputy holds their post is told whom of its people it concerns, unless it is the planner's.
    Who is on the list already is not told again.
    """
    listed = set(activity.attendances.values_list("deputy_id", flat=True))
    new = [deputy for deputy in deputies if deputy.pk not in listed]
    if not new:
        return
    at = now()
    Attendance.objects.bulk_create((Attendance(activity=activity, deputy=d) for d in new), ignore_conflicts=True)
    bodies = _bodies_of(new)
    Holding.objects.bulk_create(
        [Holding(organisation_id=body, matter_id=activity.pk, since=at) for body in sorted(bodies)],
        ignore_conflicts=True,
    )
    words = _("邀请参加：%(names)s")
    told = [
        Notice(body, (words % {"names": "、".join(names)})[:300])
        for body, names in sorted(bodies.items())
        if body != actor.organisation_id
    ]
    send(told, subject=activity.pk, title=activity.title, at=at)


def _bodies_of(deputies: Sequence[Deputy]) -> dict[int, list[str]]:
    """The bodies in which these deputies hold a post as deputies, each with their names."""
    names = {deputy.person_id: deputy.name for deputy in deputies if deputy.person_id is not None}
    found: dict[int, list[str]] = {}
    for post in posts_held().filter(role=Role.DEPUTY, person_id__in=names):
        found.setdefault(post.organisation_id, []).append(names[post.person_id])
    return found
