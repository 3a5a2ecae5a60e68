"""The deputy's rating 评价 of process and result: on their own account, or with their signature on paper."""

from __future__ import annotations

from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.attachments.images import read_photo
from guantong.attachments.services import keep_photo
from guantong.base.now import now
from guantong.base.refusals import NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.matters.registry import kind_of
from guantong.matters.services import lock_matters, perform
from guantong.notifications.notices import Notice
from guantong.suggestions.models import ShareRole, Suggestion


@transaction.atomic
def rate_suggestion(
    *,
    suggestion: Suggestion,
    rated_process: Satisfaction,
    rated_result: Satisfaction,
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> Suggestion:
    """Rate a reply as its lead deputy. Satisfied closes it, or leads an open promise into tracking; else it comes back.

    What counts is the rating of the result. Raises NotAllowed for every other account, and what perform raises.
    """
    held = lock_matters(suggestion)[0]
    return _rate(held, _move(held, rated_result), rated_process, rated_result, actor, reason, seen_version)


@transaction.atomic
def rate_on_paper(
    *,
    suggestion: Suggestion,
    rated_process: Satisfaction,
    rated_result: Satisfaction,
    slip: File[bytes],
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> Suggestion:
    """Enter the rating that the deputy signed on paper, with its photo, which becomes part of the matter.

    Raises NotAllowed for anybody but congress staff, BadInput for a photo that cannot be read, what perform raises.
    """
    held = lock_matters(suggestion)[0]
    move = f"{_move(held, rated_result)}_on_paper"
    if refusal := kind_of(held).policies["desk"](actor, held):
        raise NotAllowed(refusal)
    photo = keep_photo(owner=held.pk, photo=read_photo(slip), actor=actor)
    return _rate(held, move, rated_process, rated_result, actor, reason, seen_version, rating_slip=photo)


def _move(held: Suggestion, result: Satisfaction) -> str:
    if result == Satisfaction.DISSATISFIED:
        return "rate_unsatisfied"
    return "rate_to_track" if held.promise_open else "rate"


def _rate(
    held: Suggestion,
    move: str,
    process: Satisfaction,
    result: Satisfaction,
    actor: Actor,
    reason: str,
    seen_version: int | None,
    **more: Any,
) -> Suggestion:
    share = held.shares.filter(role=ShareRole.LEAD).select_related("organisation").first()
    unit = share.organisation if share else None
    changes: dict[str, Any] = {
        "rated_process": int(process),
        "rated_result": int(result),
        "rated_at": now(),
        "rated_by_id": actor.person_id,
        "rating_slip": None,
        "holder": None if move.startswith("rate_unsatisfied") else unit,
        **more,
    }
    return perform(
        matter=held,
        transition=move,
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes=changes,
        tell=[Notice(unit.pk, _("代表对答复的评价：%(grade)s。") % {"grade": result.label})] if unit else (),
    )
