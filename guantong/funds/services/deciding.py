"""Screening, approving and declining applications."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotNow
from guantong.funds.models import Fund, FundProject
from guantong.matters.services import lock_matter, perform
from guantong.notifications.notices import Notice


def screen_project(*, project: FundProject, finding: str, actor: Actor, seen_version: int | None = None) -> FundProject:
    """Find that an application fits the fund. Raises what perform raises."""
    return perform(
        matter=project,
        transition="screen",
        actor=actor,
        seen_version=seen_version,
        changes={"finding": finding, "screened_by_id": actor.person_id},
    )


def decline_project(*, project: FundProject, reason: str, actor: Actor, seen_version: int | None = None) -> FundProject:
    """Give an application no money, and say why. Raises what perform raises."""
    return perform(
        matter=project,
        transition="decline",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        tell=[Notice(project.unit_id, _("申请的专项资金没有获得支持，原因见台账。"))],
    )


@transaction.atomic
def approve_project(
    *, project: FundProject, approved: int, actor: Actor, reason: str = "", seen_version: int | None = None
) -> FundProject:
    """Approve `approved` yuan, as the chair council decided.

    The fund's row is locked first, so that of two who approve at once the second sees what the first has left;
    the database refuses more than the fund in any case. Raises BadInput for more than was asked or than is left,
    NotNow for a fund that is settled, and what perform raises.
    """
    fund = lock_matter(project.paid_from)
    if fund.state != "open":
        raise NotNow(_("这项资金已经决算，不能再批准。"))
    if not 0 < approved <= project.asked:
        raise BadInput({"approved": _("批准金额应大于0，且不超过申请的%(n)s元。") % {"n": f"{project.asked:,}"}})
    if approved > fund.left:
        raise BadInput({"approved": _("专项资金只剩%(n)s元，不能批准更多。") % {"n": f"{fund.left:,}"}})
    held = perform(
        matter=project,
        transition="approve",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"approved": approved, "approved_at": now(), "holder": project.unit},
        tell=[Notice(project.unit_id, _("专项资金已经批准，请签约开工。"))],
    )
    Fund.objects.filter(pk=fund.pk).update(committed=F("committed") + approved)
    return held
