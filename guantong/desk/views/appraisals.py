"""Score sheets: those that one may see, and setting one up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.appraisals.forms.opening import SetUpForm
from guantong.appraisals.procedures import SCORE_SHEET
from guantong.appraisals.selectors.sheets import sheets_for
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput, Refusal
from guantong.desk.door import page
from guantong.kernel.periods import Period
from guantong.matters.registry import procedure_of

CURRENT = "desk:appraisals"


@require_safe
def appraisals(request: ActorRequest) -> HttpResponse:
    """The score sheets that exist for the actor, the newest first."""
    found = newest_first(sheets_for(request.actor), request.GET.get("after", "")[:200], moment="opened_at")
    context = {
        "rows": [
            (sheet, Period.parse(sheet.period).label_zh(), procedure_of(sheet).by_state[sheet.state])
            for sheet in found.rows
        ],
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if request.GET.get("after") else "",
        "may_set_up": admitted(request.actor.role, "desk:set-up-score-sheet"),
    }
    return page(request, "desk/appraisals/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: ActorRequest) -> HttpResponse:
    """Set a sheet up."""
    form = SetUpForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            sheet = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("已新建，现在可以计算。"))
            return redirect("desk:matter", sheet.pk)
    context = {"form": form, "procedure": SCORE_SHEET}
    return page(request, "desk/appraisals/new.html", context, current=CURRENT, status=422 if form.errors else 200)


urlpatterns = [
    path("appraisals/", appraisals, name="appraisals"),
    path("appraisals/new/", set_up, name="set-up-score-sheet"),
]
