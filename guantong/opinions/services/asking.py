"""What the person who asked does: confirm and rate, have it reopened, withdraw. Staff may do it on their behalf."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CITIZEN, CITIZEN_ACTOR, Actor
from guantong.accounts.models import Role
from guantong.base.now import now
from guantong.base.satisfaction import Satisfaction
from guantong.matters.services import perform
from guantong.notifications.notices import to_roles
from guantong.opinions.models import Opinion


def confirm_opinion(
    *,
    opinion: Opinion,
    rated_process: Satisfaction,
    rated_result: Satisfaction,
    reason: str = "",
    actor: Actor = CITIZEN_ACTOR,
    seen_version: int | None = None,
) -> Opinion:
    """Confirm an answer and rate handling and result apart. Raises NotNow before there is an answer."""
    return perform(
        matter=opinion,
        transition="confirm",
        actor=actor,
        seen_version=seen_version,
        reason=reason,
        data=_behalf(actor),
        changes={
            "rated_process": int(rated_process),
            "rated_result": int(rated_result),
            "confirmed_at": opinion.confirmed_at or now(),
        },
    )


def reopen_opinion(
    *, opinion: Opinion, reason: str, actor: Actor = CITIZEN_ACTOR, seen_version: int | None = None
) -> Opinion:
    """Ask for it to be handled again; it counts as closed and confirmed no more. Raises what perform raises."""
    return perform(
        matter=opinion,
        transition="reopen",
        actor=actor,
        seen_version=seen_version,
        reason=reason,
        data=_behalf(actor),
        changes={
            "confirmed_at": None,
            "resolved_at": None,
            "outcome": "",
            "proposed_by_id": None,
            "holder": None,
        },
        tell=to_roles(opinion.region_id, (Role.CLERK,), _("提出人要求重新办理一件意见，请重新交办。")),
    )


def withdraw_opinion(
    *, opinion: Opinion, reason: str = "", actor: Actor = CITIZEN_ACTOR, seen_version: int | None = None
) -> Opinion:
    """Take an opinion back before anybody handles it. Raises what perform raises."""
    return perform(
        matter=opinion,
        transition="withdraw",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        data=_behalf(actor),
    )


@transaction.atomic
def erase_contact(*, opinion: Opinion, actor: Actor = CITIZEN_ACTOR, seen_version: int | None = None) -> Opinion:
    """Delete name and phone (个人信息保护法 15, 47); what was said stays. Raises what perform raises."""
    opinion = perform(
        matter=opinion, transition="erase_contact", actor=actor, seen_version=seen_version, data=_behalf(actor)
    )
    opinion.contact_name = opinion.contact_phone = ""
    opinion.save(update_fields=["contact_name", "contact_phone"])
    return opinion


def _behalf(actor: Actor) -> dict[str, bool]:
    """What the entry says besides: whether staff noted down what the person told them."""
    return {} if actor.role == CITIZEN else {"on_behalf": True}
