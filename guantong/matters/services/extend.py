"""Extending a time limit."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotNow
from guantong.deadlines.rules import from_json
from guantong.matters.clocks import refresh
from guantong.matters.models import Clock, Matter
from guantong.matters.services.locking import lock_matter
from guantong.matters.services.perform import perform

M = TypeVar("M", bound=Matter)


@transaction.atomic
def extend_clock(
    *,
    matter: M,
    code: str,
    amount: int,
    reason: str,
    actor: Actor,
    transition: str = "extend",
    seen_version: int | None = None,
) -> M:
    """Give a running clock `amount` more, in its rule's unit, with a reason and within the rule's cap.

    Raises BadInput for an amount outside the cap, NotNow when no such clock runs, and what perform raises.
    """
    lock_matter(matter)
    clock = Clock.objects.filter(matter=matter, code=code, ended_at__isnull=True).first()
    if clock is None:
        raise NotNow(_("这项时限没有在计时。"))
    rule = from_json(clock.rule)
    left = (rule.extension_cap or 0) - clock.extension
    if not 1 <= amount <= left:
        raise BadInput({"amount": _("最多还可延长 %(left)s%(unit)s。") % {"left": left, "unit": _(rule.unit.label)}})
    clock.extension += amount
    clock.stage = 0
    refresh(clock)
    clock.save()
    return perform(
        matter=matter,
        transition=transition,
        actor=actor,
        seen_version=seen_version,
        reason=reason,
        given={"amount": amount},
        data={"clock": code, "amount": amount, "unit": rule.unit.value},
    )
