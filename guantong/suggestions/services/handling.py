"""What the units do while they handle: object, hear the deputy, give their opinion; and more time for them."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput
from guantong.matters.services import extend_clock, lock_matters, perform
from guantong.suggestions.models import Contact, HowContacted, ShareRole, Suggestion


@transaction.atomic
def object_to_hand_over(
    *,
    suggestion: Suggestion,
    reason: str,
    next_body: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Suggestion:
    """Give a suggestion back as not one's own within the days for it, with the unit it should go to.

    Raises what perform raises.
    """
    held = perform(
        matter=suggestion,
        transition="object",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        given={"next_body": next_body},
        changes={"holder": None, "handed_over_at": None, "met_at": None},
        data={"next_body": next_body},
    )
    held.shares.all().delete()
    return held


@transaction.atomic
def log_contact(
    *,
    suggestion: Suggestion,
    at: datetime,
    how: HowContacted,
    who: str,
    notes: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Suggestion:
    """Write down how the deputy was heard (代表法 51); the first time face to face is kept with the suggestion.

    Raises BadInput for a time to come or before the hand-over, and what perform raises.
    """
    held = lock_matters(suggestion)[0]
    if at > now():
        raise BadInput({"at": _("时间不能晚于现在。")})
    if held.handed_over_at and local_day(at) < local_day(held.handed_over_at):
        raise BadInput({"at": _("沟通应当在交办之后。")})
    face_to_face = how != HowContacted.PHONE
    held = perform(
        matter=held,
        transition="log_contact",
        actor=actor,
        seen_version=seen_version,
        given={"notes": notes.strip()},
        changes={"met_at": min(held.met_at or at, at)} if face_to_face else {},
        data={"how": how.value, "who": who, "at": at.isoformat()},
    )
    Contact.objects.create(
        suggestion=held,
        at=at,
        how=how,
        who=who.strip(),
        notes=notes.strip(),
        logged_at=now(),
        logged_by_id=cast(int, actor.person_id),  # who handles is a person in a post
    )
    return held


@transaction.atomic
def countersign(*, suggestion: Suggestion, opinion: str, actor: Actor, seen_version: int | None = None) -> Suggestion:
    """Tell the lead unit one's opinion or the reply for one's part; the last one ends the time for it.

    Raises what perform raises.
    """
    held = lock_matters(suggestion)[0]
    waiting = list(held.shares.exclude(role=ShareRole.LEAD).filter(countersigned_at__isnull=True))
    mine = [share.pk for share in waiting if share.organisation_id == actor.organisation_id]
    held = perform(
        matter=held,
        transition="countersign" if len(waiting) > len(mine) else "countersign_last",
        actor=actor,
        seen_version=seen_version,
        given={"opinion": opinion.strip()},
    )
    held.shares.filter(pk__in=mine).update(opinion=opinion.strip(), countersigned_at=now())
    return held


def extend_suggestion(
    *,
    suggestion: Suggestion,
    clock: str,
    amount: int,
    reason: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Suggestion:
    """Give the units more time, within what the law gives difficult ones. Raises what extend_clock raises."""
    return extend_clock(
        matter=suggestion, code=clock, amount=amount, reason=reason, actor=actor, seen_version=seen_version
    )
