"""What the page of a matter shows of an opinion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.base.fields import Unreadable
from guantong.base.satisfaction import Satisfaction
from guantong.matters.actions import Desk
from guantong.opinions.forms import FORMS
from guantong.opinions.models import Opinion
from guantong.opinions.receipts import grouped
from guantong.opinions.services.slips import may_hand_over


def masked_name(name: str) -> str:
    """The family name and two stars: 黄**."""
    if isinstance(name, Unreadable):
        return name
    return f"{name[:1]}**" if name else ""


def masked_phone(phone: str) -> str:
    """The first three and the last four digits: 138****8000; of a short number only the last two."""
    if isinstance(phone, Unreadable):
        return phone
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 10 else f"****{phone[-2:]}" if phone else ""


def detail(opinion: Opinion, actor: Actor) -> Mapping[str, Any]:
    """The context of opinions/_opinion.html, which shows its photos. Contact data is masked, and for the congress."""
    return {
        "own_photos": True,
        "receipt": grouped(opinion.receipt),
        "has_contact": bool(opinion.contact_name or opinion.contact_phone),
        "may_see_contact": actor.role in CONGRESS_ROLES and actor.region_code == opinion.region_id,
        "contact": {"name": masked_name(opinion.contact_name), "phone": masked_phone(opinion.contact_phone)},
        "may_reprint": may_hand_over(opinion, actor),
        "rated_process": Satisfaction(opinion.rated_process).label if opinion.rated_process else "",
        "rated_result": Satisfaction(opinion.rated_result).label if opinion.rated_result else "",
    }


DESK = Desk(
    forms=FORMS,
    loads=("code", "station", "deputy", "enterprise", "occasion", "typed_by", "answered_by", "answered_for"),
    detail=detail,
)
