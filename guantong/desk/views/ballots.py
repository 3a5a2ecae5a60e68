"""Ballots at the desk: those that there are, setting one up, the roll in the room, slips and paper ballots."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.accounts.permissions import admitted
from guantong.ballots import services
from guantong.ballots.forms.opening import DraftForm
from guantong.ballots.models import Ballot
from guantong.ballots.policies import desk
from guantong.ballots.procedures import BALLOT
from guantong.ballots.selectors.results import ballots_for, rule_of
from guantong.ballots.selectors.roll import roll_of, turnout_of
from guantong.base.public_address import public_url
from guantong.base.refusals import Refusal
from guantong.desk.door import page
from guantong.desk.listing import matters_page
from guantong.desk.opening import opening_page

CURRENT = "desk:ballots"
FEW_PAPERS = 3
"""Below so many paper ballots, whoever reads them off can tell whose they are."""


@require_safe
def ballots(request: ActorRequest) -> HttpResponse:
    """The ballots that exist for the actor, the newest first."""
    context = {
        **matters_page(request, ballots_for(request.actor).select_related("region")),
        "may_draft": admitted(request.actor.role, "desk:draft-ballot"),
    }
    return page(request, "desk/ballots/list.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: ActorRequest) -> HttpResponse:
    """Set a ballot up."""
    done = _("已草拟。核对规则和名册以后封存设置。")
    return opening_page(request, DraftForm, "desk/ballots/new.html", current=CURRENT, done=done, procedure=BALLOT)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def roll(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who is there and who has voted; sent, it says who is there."""
    ballot = _own(request, pk)
    if request.method == "POST":
        try:
            services.check_in(ballot=ballot, present=_keys(request.POST.getlist("present")), actor=request.actor)
        except Refusal as no:
            messages.error(request, no.sentence)
        else:
            messages.success(request, _("签到已记下。"))
        return redirect("desk:ballot-roll", pk)
    entries = list(roll_of(ballot))
    on_paper = sum(entry.on_paper for entry in entries)
    context = {**_turnout(ballot), "entries": entries, "few_on_paper": on_paper if on_paper < FEW_PAPERS else 0}
    return page(request, "desk/ballots/roll.html", context, current=CURRENT)


@never_cache
@require_safe
def screen(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The roll and the quorum for the screen in the room: who has voted, never what."""
    ballot = get_object_or_404(ballots_for(request.actor), pk=pk)
    context = {**_turnout(ballot), "entries": list(roll_of(ballot))}
    if request.htmx:  # type: ignore[attr-defined]  # set by HtmxMiddleware
        return render(request, "desk/ballots/_screen.html", context)
    return page(request, "desk/ballots/screen.html", context, current=CURRENT)


@require_POST
def paper(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Give somebody a paper ballot."""
    ballot = _own(request, pk)
    row = get_object_or_404(ballot.roll.select_related("ballot"), pk=entry)
    try:
        services.hand_out_paper(entry=row, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
    else:
        messages.success(request, _("已登记领纸质票。"))
    return redirect("desk:ballot-roll", pk)


@never_cache
@require_POST
def slips(request: ActorRequest, pk: UUID) -> HttpResponse:
    """New slips for the browser's printer. They are shown in this answer and nowhere again."""
    ballot = _own(request, pk)
    try:
        printed = services.print_slips(ballot=ballot, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
        return redirect("desk:ballot-roll", pk)
    context = {
        "ballot": ballot,
        "slips": [(name, f"{slip[:5]}-{slip[5:]}") for name, slip in printed],
        "address": public_url(request, reverse("portal:ballots")),
        "back_url": reverse("desk:ballot-roll", args=[pk]),
    }
    return page(request, "desk/ballots/slips.html", context, current=CURRENT)


def _own(request: ActorRequest, pk: UUID) -> Ballot:
    """A ballot that the actor runs. Raises Http404."""
    ballot = get_object_or_404(ballots_for(request.actor), pk=pk)
    if desk(request.actor, ballot) is not None:
        raise Http404
    return ballot


def _turnout(ballot: Ballot) -> dict[str, object]:
    turnout = turnout_of(ballot)
    return {
        "ballot": ballot,
        "state": BALLOT.by_state[ballot.state],
        "turnout": turnout,
        "needed": rule_of(ballot).quorum.needed(turnout.eligible),
        "live": ballot.state in ("frozen", "open"),
    }


def _keys(given: list[str]) -> list[UUID]:
    found = []
    for text in given:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


urlpatterns = [
    path("ballots/", ballots, name="ballots"),
    path("ballots/new/", draft, name="draft-ballot"),
    path("ballots/<uuid:pk>/roll/", roll, name="ballot-roll"),
    path("ballots/<uuid:pk>/screen/", screen, name="ballot-screen"),
    path("ballots/<uuid:pk>/paper/<uuid:entry>/", paper, name="ballot-paper"),
    path("ballots/<uuid:pk>/slips/", slips, name="ballot-slips"),
]
