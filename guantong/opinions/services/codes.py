"""Making and withdrawing printed codes."""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.audit import ledger
from guantong.base.crockford import random_token
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.deputies.models import Deputy, Station
from guantong.opinions import codebook
from guantong.opinions.models import IntakeCode, Source
from guantong.regions.models import Organisation

TOKEN_LENGTH = 8


def chain_of(code: IntakeCode) -> UUID:
    """The chain of a code's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"intake-code:{code.token}")


def _may_manage(actor: Actor, region_code: str) -> None:
    if actor.role not in CONGRESS_ROLES or actor.region_code != region_code:
        raise NotAllowed(_("二维码由本县人大常委会工作人员制作和停用。"))


@transaction.atomic
def make_code(*, owner: Station | Deputy | Organisation, actor: Actor, expires_on: date | None = None) -> IntakeCode:
    """Make the code of a station, stall, deputy or enterprise. Raises NotAllowed."""
    _may_manage(actor, owner.region_id)
    code = IntakeCode(
        token=random_token(TOKEN_LENGTH),
        label=owner.name,
        region_id=owner.region_id,
        place_id=owner.place_id,
        expires_on=expires_on,
        made_at=now(),
    )
    if isinstance(owner, Station):
        code.station, code.source = owner, Source(owner.kind)
    elif isinstance(owner, Deputy):
        code.deputy, code.source, code.station = owner, Source.DEPUTY, owner.station
    else:
        code.enterprise, code.source = owner, Source.ENTERPRISE
    code.save(force_insert=True)
    ledger.append(
        chain=chain_of(code),
        at=code.made_at,
        author=actor.author,
        action="make_code",
        data={"label": code.label},
    )
    return code


@transaction.atomic
def withdraw_code(*, code: IntakeCode, reason: str, actor: Actor) -> IntakeCode:
    """Stop a code that was lost or replaced; what came in through it stays. Raises NotAllowed, BadInput."""
    _may_manage(actor, code.region_id)
    if not reason.strip():
        raise BadInput({"reason": _("请填写停用原因。")})
    code = IntakeCode.objects.select_for_update().get(pk=code.pk)
    if code.withdrawn_at is None:
        code.withdrawn_at = now()
        code.save(update_fields=["withdrawn_at"])
        codebook.forget()
        transaction.on_commit(codebook.forget)
        ledger.append(
            chain=chain_of(code),
            at=code.withdrawn_at,
            author=actor.author,
            action="withdraw_code",
            reason=reason,
        )
    return code
