"""The slip with number and secret that staff hand to somebody for whom they wrote an opinion down."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.audit import ledger
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.models import Matter
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.receipts import grouped, secret_of


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed: both numbers as people read them."""

    number: str
    secret: str


def slip_of(opinion: Opinion) -> Slip:
    """The slip, for the hand-over right after the opinion was written down."""
    return Slip(grouped(opinion.receipt), grouped(secret_of(opinion.pk)))


def may_hand_over(opinion: Opinion, actor: Actor) -> bool:
    """Whether this actor wrote it down for somebody, or works for the congress of its county."""
    if opinion.channel == Channel.CODE or opinion.region_id != actor.region_code:
        return False
    return opinion.typed_by_id == actor.person_id or actor.role in CONGRESS_ROLES


@transaction.atomic
def reprint_slip(*, opinion: Opinion, reason: str, actor: Actor) -> Slip:
    """The slip once more, for somebody who lost theirs. Whoever holds it can act as the person: it is an entry.

    Raises NotAllowed, and BadInput without a reason.
    """
    if not may_hand_over(opinion, actor):
        raise NotAllowed(_("回执由登记人或本县人大常委会工作人员重印。"))
    if not reason.strip():
        raise BadInput({"reason": _("请填写重印原因。")})
    held = Matter.objects.select_for_update().get(pk=opinion.pk)
    ledger.append(
        chain=held.pk,
        at=now(),
        author=actor.author,
        action="reprint_slip",
        source=held.state,
        target=held.state,
        reason=reason.strip(),
    )
    return slip_of(opinion)
