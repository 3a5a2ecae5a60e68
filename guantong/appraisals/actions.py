"""How a report to voters appears at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.appraisals.forms.reports import REPORT_FORMS
from guantong.appraisals.models import DutyReport
from guantong.appraisals.policies import teller
from guantong.appraisals.selectors.reports import in_words, result_of
from guantong.appraisals.selectors.slips import used_numbers
from guantong.matters.actions import Desk

SLIPS_SHOWN = ("planned", "written", "held")


def _detail(report: DutyReport, actor: Actor) -> Mapping[str, Any]:
    """What the page of a report shows; how many slips were used is told while they are, never what they said."""
    counts_slips = report.state in SLIPS_SHOWN and teller(actor, report) is None
    return {
        "counts": in_words(report.counts),
        "result": result_of(report),
        "ledger_url": f"{reverse('desk:duty-of', args=[report.deputy_id])}?period={report.year}",
        "slips": report.slips.count() if counts_slips else 0,
        "used": len(used_numbers(report)) if counts_slips and report.state == "held" else None,
    }


REPORT_DESK = Desk(
    forms=REPORT_FORMS, loads=("deputy__region", "deputy__place", "station__organisation"), detail=_detail
)
