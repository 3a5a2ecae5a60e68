"""Score sheets: those that one may see, setting one up, and the records behind a point."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.appraisals.detail import item_of
from guantong.appraisals.forms.opening import SetUpForm
from guantong.appraisals.procedures import SCORE_SHEET
from guantong.appraisals.selectors.sheets import sheets_for
from guantong.appraisals.selectors.working import working_of
from guantong.desk.door import page
from guantong.desk.listing import matters_page
from guantong.desk.opening import opening_page
from guantong.figures.addresses import figure_url
from guantong.kernel.periods import Period

CURRENT = "desk:appraisals"


@require_safe
def appraisals(request: ActorRequest) -> HttpResponse:
    """The score sheets that exist for the actor, the newest first."""
    found = matters_page(request, sheets_for(request.actor))
    context = {
        **found,
        "rows": [(sheet, Period.parse(sheet.period).label_zh(), state) for sheet, state in found["rows"]],
        "may_set_up": admitted(request.actor.role, "desk:set-up-score-sheet"),
    }
    return page(request, "desk/appraisals/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: ActorRequest) -> HttpResponse:
    """Set a sheet up."""
    return opening_page(
        request,
        SetUpForm,
        "desk/appraisals/new.html",
        current=CURRENT,
        done=_("已新建，现在可以计算。"),
        procedure=SCORE_SHEET,
    )


@require_safe
def behind(request: ActorRequest, pk: UUID, line: int, code: str) -> HttpResponse:
    """The records behind one item of a line, for whoever may read the line."""
    sheet = sheets_for(request.actor).filter(pk=pk).first()
    found = working_of(sheet, line, code, actor=request.actor) if sheet else None
    if sheet is None or found is None:
        raise Http404
    period = Period.parse(sheet.period)
    context = {
        "sheet": sheet,
        "period": period.label_zh(),
        "working": found,
        "item": item_of(sheet, found.line, found.item),
        "figure": found.figure.indicator,
        "county_url": figure_url(code, sheet.region_id, period),
    }
    return page(request, "desk/appraisals/behind.html", context, current=CURRENT)


urlpatterns = [
    path("appraisals/", appraisals, name="appraisals"),
    path("appraisals/new/", set_up, name="set-up-score-sheet"),
    path("appraisals/<uuid:pk>/<int:line>/<slug:code>/", behind, name="score-records"),
]
