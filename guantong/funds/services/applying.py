"""Applying for money from the fund."""

from __future__ import annotations

from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotNow
from guantong.funds.models import Fund, FundProject
from guantong.matters.models import LinkKind, Matter
from guantong.matters.services import link_matters, open_matter_once, perform
from guantong.regions.models import Organisation

SUGGESTION = "suggestion"
"""The kind of matter that a project must answer."""


@transaction.atomic
def apply_for_fund(
    *,
    fund: Fund,
    suggestion: Matter,
    unit: Organisation,
    title: str,
    content: str,
    asked: int,
    outside_pool: bool,
    actor: Actor,
    client_id: UUID | None = None,
) -> FundProject:
    """Apply for money for what a suggestion asks; `asked` in whole yuan.

    Raises NotAllowed, Conflict (see open_matter_once), NotNow for a fund that is settled, and BadInput for another
    county's suggestion or unit, a project of the project pool, or more than the fund has.
    """
    if fund.state != "open":
        raise NotNow(_("这项资金已经决算，不能再申请。"))
    _check(fund, suggestion, unit, asked, outside_pool)
    project = open_matter_once(
        matter=FundProject(
            id=client_id or uuid6.uuid7(),
            title=title,
            region=fund.region,
            place=suggestion.place,
            holder=None,
            paid_from=fund,
            answers_id=suggestion.pk,
            unit=unit,
            content=content,
            asked=asked,
        ),
        kind="fund_project",
        actor=actor,
        data={"asked": asked},
    )
    link_matters(source=suggestion, target=project, kind=LinkKind.PAID_BY)
    return project


def withdraw_application(
    *, project: FundProject, reason: str, actor: Actor, seen_version: int | None = None
) -> FundProject:
    """Take an application back before it is approved. Raises what perform raises."""
    return perform(matter=project, transition="withdraw", actor=actor, reason=reason, seen_version=seen_version)


def _check(fund: Fund, suggestion: Matter, unit: Organisation, asked: int, outside_pool: bool) -> None:
    wrong = {}
    if suggestion.kind != SUGGESTION or suggestion.region_id != fund.region_id:
        wrong["suggestion"] = _("请选择本县的代表建议。")
    if unit.region_id != fund.region_id or not unit.active:
        wrong["unit"] = _("请选择本县的承办单位。")
    if not outside_pool:
        wrong["outside_pool"] = _("专项资金只用于未入项目库的项目，请核对后勾选。")
    if not 0 < asked <= fund.amount:
        wrong["asked"] = _("申请金额应大于0，且不超过资金总额%(amount)s元。") % {"amount": f"{fund.amount:,}"}
    if wrong:
        raise BadInput(wrong)
