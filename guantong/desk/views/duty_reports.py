"""Reports to voters: those that one may see, planning one, and the slips for a meeting."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.appraisals.actions import SLIPS_SHOWN
from guantong.appraisals.forms.reports import PlanForm
from guantong.appraisals.policies import teller
from guantong.appraisals.procedures import DUTY_REPORT
from guantong.appraisals.selectors.reports import reports_for, without_report, year_in_question
from guantong.appraisals.selectors.slips import token_of
from guantong.appraisals.services.reports import due_day
from guantong.base.public_address import opens_nowhere_else, public_url
from guantong.desk.door import page
from guantong.desk.listing import chosen_of, matters_page, tabs
from guantong.desk.opening import opening_page
from guantong.opinions.qr import qr_svg, short_address
from guantong.opinions.receipts import grouped
from guantong.opinions.sheets import ON_A_PAGE

CURRENT = "desk:duty-reports"
NAMED = 40
"""Deputies without a report who are named; of more, the number is told."""


@require_safe
def duty_reports(request: ActorRequest) -> HttpResponse:
    """The reports that exist for the actor, the newest first; and for whoever plans them, who has none."""
    state = chosen_of(request, "state", DUTY_REPORT.by_state)
    rows, may_plan = reports_for(request.actor), admitted(request.actor.role, "desk:plan-duty-report")
    year = year_in_question()
    missing = without_report(request.actor, year)
    context = {
        **matters_page(request, rows.filter(state=state) if state else rows, name="state", chosen=state),
        "tabs": tabs("state", [("", _("全部")), *((one.code, _(one.label)) for one in DUTY_REPORT.states)], state),
        "may_plan": may_plan,
        "year": year,
        "due": due_day(request.actor.region_code, year),
        "missing": list(missing[:NAMED]) if may_plan else [],
        "how_many_missing": missing.count() if may_plan else 0,
    }
    return page(request, "desk/duty_reports/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ActorRequest) -> HttpResponse:
    """Plan a deputy's report."""
    done = _("已安排。请通知代表写述职报告。")
    return opening_page(request, PlanForm, "desk/duty_reports/new.html", current=CURRENT, done=done)


@never_cache
@require_safe
def slips(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The slips of a report for the browser's printer, for whoever runs its meeting and never for the deputy."""
    report = reports_for(request.actor).filter(pk=pk, state__in=SLIPS_SHOWN).first()
    if report is None or teller(request.actor, report) is not None:
        raise Http404
    cards = [_card(request, report.pk, number) for number in report.slips.values_list("number", flat=True)]
    if not cards:
        raise Http404
    context = {
        "report": report,
        "pages": [cards[start : start + ON_A_PAGE] for start in range(0, len(cards), ON_A_PAGE)],
        "back_url": reverse("desk:matter", args=[pk]),
        "nowhere": opens_nowhere_else(public_url(request, "/")),
    }
    return render(request, "desk/duty_reports/slips.html", context)


def _card(request: ActorRequest, report: UUID, number: int) -> dict[str, object]:
    token = token_of(report, number)
    address = public_url(request, reverse("portal:slip", args=[token]))
    typed = short_address(public_url(request, reverse("portal:slips")))
    return {"number": number, "qr": qr_svg(address), "token": grouped(token), "address": typed}


urlpatterns = [
    path("duty-reports/", duty_reports, name="duty-reports"),
    path("duty-reports/new/", plan, name="plan-duty-report"),
    path("duty-reports/<uuid:pk>/slips/", slips, name="duty-slips"),
]
