"""Opening the ballot: the quorum is there, the box is empty and locked."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Box
from guantong.ballots.receipts import tidied
from guantong.ballots.selectors.results import rule_of, setup_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.base.lockbox import CODE_LENGTH, lock_of
from guantong.base.refusals import BadInput, NotNow
from guantong.kernel.ballot_export import setup_digest
from guantong.matters.services import lock_matter, perform

VOTERS_PER_BOX = 100
"""More voters than this share several boxes. In a box the vote of each is lost among all others'."""


@transaction.atomic
def open_ballot(
    *, ballot: Ballot, first_secret: str, second_secret: str, actor: Actor, seen_version: int | None = None
) -> Ballot:
    """Open the ballot with a box that only both tellers' codes together open; neither code is kept.

    Raises NotNow without a quorum or when the set-up is not the one that was sealed, BadInput for codes that are not
    two different ones of their length, and what perform raises.
    """
    codes = tidied(first_secret), tidied(second_secret)
    if any(len(code) != CODE_LENGTH for code in codes) or codes[0] == codes[1]:
        raise BadInput({"first_secret": _("两个开箱码应各为%(n)s位，并且不同。") % {"n": CODE_LENGTH}})
    held = lock_matter(ballot)
    if held.setup_digest and setup_digest(setup_of(held)) != held.setup_digest:
        raise NotNow(_("设置或名册与封存时的摘要不符，不能开始投票。请重新组织表决。"))
    turnout, rule = turnout_of(held), rule_of(held)
    needed = rule.quorum.needed(turnout.eligible)
    if held.state == "frozen" and turnout.present < needed:
        words = {"present": turnout.present, "needed": needed}
        raise NotNow(_("到会%(present)s人，不足法定人数%(needed)s人，不能开始投票。请先签到。") % words)
    opened = perform(
        matter=held,
        transition="open",
        actor=actor,
        seen_version=seen_version,
        changes={"lock": lock_of(codes, held.pk.bytes)},
        data={"eligible": turnout.eligible, "present": turnout.present, "papers_in_box": 0},
    )
    boxes = range(1 + (turnout.eligible - 1) // VOTERS_PER_BOX)
    Box.objects.bulk_create(Box(ballot=opened, number=number) for number in boxes)
    return opened
