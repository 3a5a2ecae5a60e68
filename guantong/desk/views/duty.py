"""The duty ledger 履职档案 of a deputy, and the yearly report to voters 述职 that is made of it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.models import Role
from guantong.appraisals.selectors.duty import deputies_for, ledger_of
from guantong.appraisals.selectors.reports import reports_of, result_of
from guantong.base.now import CHINA, today
from guantong.deputies.models import Deputy
from guantong.deputies.selectors import deputy_of
from guantong.desk.asked_period import AskedPeriod, asked_period
from guantong.desk.door import page
from guantong.kernel.periods import Period
from guantong.matters.selectors import visible
from guantong.suggestions.models import Signature

CURRENT = "desk:duty"
MOST = 500
SIGNED = 50


@require_safe
def duty(request: ActorRequest) -> HttpResponse:
    """The deputies whose ledgers one may read; a deputy comes to their own."""
    own = deputy_of(request.actor) if request.actor.role == Role.DEPUTY else None
    if own is not None:
        return redirect("desk:duty-of", own.pk)
    rows = deputies_for(request.actor).filter(active=True).order_by("pk")[:MOST]
    return page(request, "desk/duty/list.html", {"rows": list(rows)}, current=CURRENT)


@require_safe
def duty_of(request: ActorRequest, deputy: int) -> HttpResponse:
    """What a deputy did in a period, figure by figure, with the records."""
    asked = asked_period(request)
    found = _deputy_or_404(request, deputy)
    context = _context(request, found, asked)
    return page(request, "desk/duty/ledger.html", context, current=CURRENT, status=asked.status)


@require_safe
def duty_report(request: ActorRequest, deputy: int) -> HttpResponse:
    """The yearly report to voters, to be printed: the whole year of the period that is asked for."""
    asked = asked_period(request)
    found = _deputy_or_404(request, deputy)
    year = Period.parse(str(asked.period.start.year))
    context = {**_context(request, found, AskedPeriod(year, asked.choices, asked.problem)), "today": today()}
    return page(request, "desk/duty/report.html", context, current=CURRENT, status=asked.status)


def _deputy_or_404(request: ActorRequest, pk: int) -> Deputy:
    found = deputies_for(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _context(request: ActorRequest, deputy: Deputy, asked: AskedPeriod) -> dict[str, Any]:
    signed = list(_signed(deputy, asked.period).select_related("suggestion")[:SIGNED])
    seen = set(visible(request.actor).filter(pk__in=[row.suggestion_id for row in signed]).values_list("pk", flat=True))
    return {
        "deputy": deputy,
        "asked": asked,
        "chapters": ledger_of(deputy, asked.period, actor=request.actor),
        "reports": [(row, result_of(row)) for row in reports_of(deputy, asked.period.start.year)],
        "signed": [(row, row.suggestion_id in seen) for row in signed],
    }


def _signed(deputy: Deputy, period: Period) -> QuerySet[Signature]:
    """The suggestions of others that the deputy signed with their lead."""
    start, end = period.bounds(CHINA)
    rows = Signature.objects.filter(deputy=deputy, signed_at__gte=start, signed_at__lt=end)
    return rows.filter(suggestion__submitted_at__isnull=False).order_by("-signed_at")


urlpatterns = [
    path("duty/", duty, name="duty"),
    path("duty/<int:deputy>/", duty_of, name="duty-of"),
    path("duty/<int:deputy>/report/", duty_report, name="duty-report"),
]
