"""Setting a fund up, changing its sum, settling it."""

from __future__ import annotations

from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotNow
from guantong.funds.models import Fund
from guantong.funds.procedures import FUND_PROJECT
from guantong.matters.services import lock_matter, open_matter_once, perform
from guantong.regions.models import Region

MOST = 10_000_000_000
"""Yuan that a county's fund cannot reach: more is a slip of the keyboard."""


@transaction.atomic
def set_up_fund(
    *, region: Region, year: int, amount: int, basis: str, actor: Actor, client_id: UUID | None = None
) -> Fund:
    """Set up the fund of a county for a year, `amount` in whole yuan.

    Raises NotAllowed, Conflict (see open_matter_once), and BadInput for a sum that cannot be.
    """
    _check_amount(amount)
    fund = Fund(
        id=client_id or uuid6.uuid7(),
        title=_("%(region)s%(year)s年代表建议专项资金") % {"region": region.short_name, "year": year},
        region=region,
        place=region,
        year=year,
        amount=amount,
        basis=basis,
    )
    return open_matter_once(matter=fund, kind="fund", actor=actor, data={"amount": amount})


@transaction.atomic
def adjust_fund(*, fund: Fund, amount: int, reason: str, actor: Actor, seen_version: int | None = None) -> Fund:
    """Change the sum of a fund. Raises BadInput for less than is approved of it, and what perform raises."""
    _check_amount(amount)
    committed = lock_matter(fund).committed
    if amount < committed:
        raise BadInput({"amount": _("已批准%(committed)s元，总额不能低于它。") % {"committed": f"{committed:,}"}})
    return perform(
        matter=fund,
        transition="adjust",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"amount": amount},
        given={"amount": amount},
    )


def settle_fund(*, fund: Fund, actor: Actor, reason: str = "", seen_version: int | None = None) -> Fund:
    """Settle a fund when all its projects have come to their end. Raises NotNow before, and what perform raises."""
    final = [state.code for state in FUND_PROJECT.states if state.final]
    if fund.projects.exclude(state__in=final).exists():
        raise NotNow(_("还有项目没有办完，不能决算。"))
    return perform(matter=fund, transition="settle", actor=actor, reason=reason, seen_version=seen_version)


def _check_amount(amount: int) -> None:
    if not 0 < amount < MOST:
        raise BadInput({"amount": _("请填写以元为单位的整数金额。")})
