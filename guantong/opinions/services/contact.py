"""Looking at the name and phone that somebody left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.audit import ledger
from guantong.base.now import now
from guantong.base.refusals import NotAllowed
from guantong.matters.models import Matter
from guantong.opinions.models import Opinion


@dataclass(frozen=True, slots=True)
class Contact:
    """What somebody left so that they can be reached."""

    name: str
    phone: str


@transaction.atomic
def view_contact(*, opinion: Opinion, actor: Actor) -> Contact:
    """The contact data of an opinion; that it was looked at, and by whom, becomes an entry (个人信息保护法 54).

    Raises NotAllowed for anybody but the staff of the county's standing committee.
    """
    if actor.role not in CONGRESS_ROLES or actor.region_code != opinion.region_id:
        raise NotAllowed(_("联系方式由本县人大常委会工作人员查看。"))
    held = Matter.objects.select_for_update().get(pk=opinion.pk)
    ledger.append(
        chain=held.pk, at=now(), author=actor.author, action="view_contact", source=held.state, target=held.state
    )
    return Contact(opinion.contact_name, opinion.contact_phone)
