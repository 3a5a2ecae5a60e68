"""What a secret ballot of the standing committee said about a report 满意度测评."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.services import lock_matters, perform
from guantong.notifications.notices import Notice
from guantong.supervision.models import DeliberationOpinion


@dataclass(frozen=True, slots=True)
class Vote:
    """What a ballot came to, as it was counted: nobody types it. `ballot` is its number or title."""

    passed: bool
    satisfied: int
    fair: int
    dissatisfied: int
    members: int
    present: int
    ballot: str


@transaction.atomic
def record_vote(
    *, opinion: DeliberationOpinion, vote: Vote, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Let the result of a ballot decide. Failed twice, the opinion goes to the committee for an inquiry.

    Raises what perform raises.
    """
    held = lock_matters(opinion)[0]
    move = "vote" if vote.passed else ("fail_again" if held.times_failed else "fail_vote")
    said = _("满意度测评通过。") if vote.passed else _("满意度测评未通过，请重新整改并再次报告。")
    return perform(
        matter=held,
        transition=move,
        actor=actor,
        seen_version=seen_version,
        changes={
            "vote": asdict(vote),
            "voted_at": now(),
            "times_failed": held.times_failed + (not vote.passed),
            "holder": held.unit if move != "fail_again" else None,
        },
        tell=[Notice(held.unit_id, said)],
    )
