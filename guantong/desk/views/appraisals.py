"""Score sheets: those that one may see, and setting one up."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.appraisals.forms.opening import SetUpForm
from guantong.appraisals.procedures import SCORE_SHEET
from guantong.appraisals.selectors.sheets import sheets_for
from guantong.desk.door import page
from guantong.desk.listing import matters_page
from guantong.desk.opening import opening_page
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


urlpatterns = [
    path("appraisals/", appraisals, name="appraisals"),
    path("appraisals/new/", set_up, name="set-up-score-sheet"),
]
