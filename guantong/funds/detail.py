"""What the pages of a fund and of a project show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.funds.forms.moves import FUND_FORMS, PROJECT_FORMS
from guantong.funds.models import Fund, FundProject
from guantong.funds.procedures import FUND_PROJECT
from guantong.funds.selectors import projects_for
from guantong.matters.actions import Desk

SHOWN = 200
"""Projects listed on the page of a fund."""


def _fund(fund: Fund, actor: Actor) -> Mapping[str, Any]:
    rows = projects_for(actor).filter(paid_from=fund).order_by("-opened_at")[:SHOWN]
    states = FUND_PROJECT.by_state
    paid = sum(row.paid for row in rows)
    return {"projects": [(row, states[row.state]) for row in rows], "paid": paid}


def _project(project: FundProject, actor: Actor) -> Mapping[str, Any]:
    return {"payments": list(project.payments.order_by("paid_at"))}


FUND_DESK = Desk(forms=FUND_FORMS, detail=_fund)
PROJECT_DESK = Desk(forms=PROJECT_FORMS, loads=("paid_from", "unit", "witness"), detail=_project)
