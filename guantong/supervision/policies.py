"""Who may do what in supervision: the congress lists and checks, the chair decides, the unit puts right."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.matters.policies import every, holds, system_only
from guantong.matters.registry import Policy
from guantong.supervision.models import Problem

PROPOSERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.DEPUTY})

desk = holds(CONGRESS_ROLES, lambda: _("这一步由县人大常委会工作人员进行。"))
chair = holds({Role.DIRECTOR}, lambda: _("这一步由主任会议决定，由常委会主任登记。"))
proposer = holds(PROPOSERS, lambda: _("监督选题由人大代表、乡镇人大主席团或县人大常委会提出。"))


def unit(actor: Actor, matter: Any) -> str | None:
    """An officer of the body that is supervised."""
    if actor.organisation_id is not None and actor.organisation_id == matter.unit_id:
        return None
    return _("这一步由责任单位的经办人进行。")


def _another(actor: Actor, problem: Problem) -> str | None:
    """Whoever reported the evidence does not check it, and neither does anybody else of the unit."""
    if actor.organisation_id == problem.unit_id or actor.person_id == problem.evidence_by_id:
        return _("整改情况由责任单位以外的人员复查。")
    return None


POLICIES: dict[str, Policy] = {
    "desk": desk,
    "chair": chair,
    "proposer": proposer,
    "unit": unit,
    "checker": every(desk, _another),
    "teller": desk,
    "system": system_only,
}
