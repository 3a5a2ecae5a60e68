"""What the body that handles an opinion does with it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.base.now import now
from guantong.matters.services import perform
from guantong.notifications.notices import to_roles
from guantong.opinions.models import Opinion, Outcome


@transaction.atomic
def answer_opinion(
    *,
    opinion: Opinion,
    answer: str,
    outcome: Outcome,
    actor: Actor,
    seen_version: int | None = None,
) -> Opinion:
    """Answer, and say what came of it. Solved is a fact of its own: its moment is kept, or taken back.

    From the desk this is the answer on the spot (当场答复). Raises BadInput without text or outcome.
    """
    at = now()
    resolved_at = (opinion.resolved_at or at) if outcome == Outcome.RESOLVED else None
    return perform(
        matter=opinion,
        transition="answer_now" if opinion.state == "accepted" else "answer",
        actor=actor,
        seen_version=seen_version,
        changes={
            "answer": answer.strip(),
            "outcome": outcome,
            "answered_at": at,
            "answered_by_id": actor.person_id,
            "answered_for_id": actor.organisation_id,
            "resolved_at": resolved_at,
        },
    )


def hand_back_opinion(
    *,
    opinion: Opinion,
    reason: str,
    next_body: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Opinion:
    """Give an opinion back as not one's own, with the reason and the body it should go to.

    Raises what perform raises.
    """
    return perform(
        matter=opinion,
        transition="hand_back",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        given={"next_body": next_body},
        changes={"holder": None},
        data={"next_body": next_body},
        tell=to_roles(opinion.region_id, (Role.CLERK,), _("承办单位退回了一件意见，请重新交办。")),
    )


def propose_close(*, opinion: Opinion, actor: Actor, reason: str = "", seen_version: int | None = None) -> Opinion:
    """Ask for an answered opinion to be closed: it is the congress's move now. Raises what perform raises."""
    return perform(
        matter=opinion,
        transition="propose_close",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"proposed_by_id": actor.person_id, "holder": None},
        tell=to_roles(opinion.region_id, (Role.CLERK,), _("有一件意见提请办结，请由答复人和提请人以外的人员办结。")),
    )
