"""The special fund: what there is, setting it up, applying for its money."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput, Refusal
from guantong.desk.door import page
from guantong.funds import selectors
from guantong.funds.forms.opening import ApplyForm, SetUpForm
from guantong.funds.procedures import FUND_PROJECT

CURRENT = "desk:funds"
YEARS = 30
"""Funds listed: one a year and county, so that even the city's list is short."""


@require_safe
def funds(request: ActorRequest) -> HttpResponse:
    """The funds that one may see, and their projects, the newest first."""
    found = newest_first(selectors.projects_for(request.actor), request.GET.get("after", "")[:200], moment="opened_at")
    context = {
        "funds": list(selectors.funds_for(request.actor)[:YEARS]),
        "rows": [(project, FUND_PROJECT.by_state[project.state]) for project in found.rows],
        "next_url": f"?after={found.next}" if found.next else "",
        "first_url": "?" if request.GET.get("after") else "",
        "may_set_up": admitted(request.actor.role, "desk:set-up-fund"),
        "may_apply": admitted(request.actor.role, "desk:apply-for-fund"),
    }
    return page(request, "desk/funds/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: ActorRequest) -> HttpResponse:
    """Set up the fund of a year."""
    form = SetUpForm(request.POST if request.method == "POST" else None, actor=request.actor)
    return _opening(request, form, _("设立专项资金"), _("专项资金已设立。"))


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: ActorRequest) -> HttpResponse:
    """Apply for money for what a suggestion asks."""
    form = ApplyForm(request.POST if request.method == "POST" else None, actor=request.actor)
    return _opening(request, form, _("申请专项资金"), _("已申请。由县人大代表工委初审，主任会议批准。"))


def _opening(request: ActorRequest, form: Any, title: str, done: str) -> HttpResponse:
    """A form that opens a matter: its page, or on to the matter."""
    if request.method == "POST" and form.is_valid():
        try:
            opened = form.open()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, done)
            return redirect("desk:matter", opened.pk)
    context = {"form": form, "title": title}
    return page(request, "desk/funds/open.html", context, current=CURRENT, status=422 if form.errors else 200)


urlpatterns = [
    path("funds/", funds, name="funds"),
    path("funds/set-up/", set_up, name="set-up-fund"),
    path("funds/apply/", apply, name="apply-for-fund"),
]
