"""The special fund: what there is, setting it up, applying for its money."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.desk.door import page
from guantong.desk.listing import matters_page
from guantong.desk.opening import opening_page
from guantong.funds import selectors
from guantong.funds.forms.opening import ApplyForm, SetUpForm

CURRENT = "desk:funds"
OPEN = "desk/funds/open.html"
YEARS = 30
"""Funds listed: one a year and county, so that even the city's list is short."""


@require_safe
def funds(request: ActorRequest) -> HttpResponse:
    """The funds that one may see, and their projects, the newest first."""
    context = {
        **matters_page(request, selectors.projects_for(request.actor)),
        "funds": list(selectors.funds_for(request.actor)[:YEARS]),
        "may_set_up": admitted(request.actor.role, "desk:set-up-fund"),
        "may_apply": admitted(request.actor.role, "desk:apply-for-fund"),
    }
    return page(request, "desk/funds/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: ActorRequest) -> HttpResponse:
    """Set up the fund of a year."""
    return opening_page(request, SetUpForm, OPEN, current=CURRENT, title=_("设立专项资金"), done=_("专项资金已设立。"))


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: ActorRequest) -> HttpResponse:
    """Apply for money for what a suggestion asks."""
    done = _("已申请。由县人大代表工委初审，主任会议批准。")
    return opening_page(request, ApplyForm, OPEN, current=CURRENT, title=_("申请专项资金"), done=done)


urlpatterns = [
    path("funds/", funds, name="funds"),
    path("funds/set-up/", set_up, name="set-up-fund"),
    path("funds/apply/", apply, name="apply-for-fund"),
]
