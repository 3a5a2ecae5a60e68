"""Who may do what with the fund: units apply and build, the congress screens, the chair approves, finance pays."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.funds.models import FundProject
from guantong.matters.policies import every, holds, system_only
from guantong.matters.registry import Policy
from guantong.regions.models import Organisation

APPLICANTS = frozenset({*CONGRESS_ROLES, Role.DEPARTMENT, Role.PRESIDIUM})
FINANCE = "caizheng"
"""Code of the finance office 财政局 in every county."""

desk = holds(CONGRESS_ROLES, lambda: _("这一步由县人大常委会工作人员进行。"))
applicant = holds(APPLICANTS, lambda: _("专项资金由承办单位、乡镇或县人大代为申请。"))
director = holds({Role.DIRECTOR}, lambda: _("专项资金由主任会议批准，由常委会主任登记。"))


def unit(actor: Actor, project: FundProject) -> str | None:
    """An officer of the unit that applied."""
    if actor.organisation_id is not None and actor.organisation_id == project.unit_id:
        return None
    return _("只有申请单位的经办人可以进行这一步。")


def payer(actor: Actor, project: FundProject) -> str | None:
    """An officer of the county's finance office."""
    finance = Organisation.objects.filter(region_id=project.region_id, code=FINANCE)
    if actor.organisation_id is not None and finance.filter(pk=actor.organisation_id).exists():
        return None
    return _("拨付由县财政局登记。")


def _not_the_screener(actor: Actor, project: FundProject) -> str | None:
    if actor.person_id == project.screened_by_id:
        return _("初审人不能批准。")
    return None


def witness(actor: Actor, project: FundProject) -> str | None:
    """The deputy who was there when the project was accepted, and only once."""
    if project.rated_at is not None:
        return _("代表已经评价。")
    if project.witness is not None and actor.person_id is not None and project.witness.person_id == actor.person_id:
        return None
    return _("由到场验收的代表本人评价。")


POLICIES: dict[str, Policy] = {
    "applicant": applicant,
    "unit": unit,
    "desk": desk,
    "chair": every(director, _not_the_screener),
    "payer": payer,
    "witness": witness,
    "system": system_only,
}
