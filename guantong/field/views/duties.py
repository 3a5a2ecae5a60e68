"""One's own duties 我的值班: when they come, swapping them, and answering who asks for a swap."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput, Refusal
from guantong.deputies import selectors, services
from guantong.deputies.forms.rotas import SwapForm
from guantong.deputies.models import RotaSwap
from guantong.deputies.policies import decides_swap
from guantong.field.door import page

SHOWN = 40


def swaps_at_hand(request: ActorRequest) -> list[tuple[RotaSwap, bool, bool]]:
    """The swaps that wait for this person, or that they asked for: whether they may decide, whether it is their own."""
    actor = request.actor
    rows = [(s, decides_swap(actor, s) is None, s.proposed_by_id == actor.person_id) for s in _open(request)]
    return [row for row in rows if row[1] or row[2]]


def _open(request: ActorRequest) -> list[RotaSwap]:
    return list(selectors.open_swaps(request.actor))


@require_safe
def duties(request: ActorRequest) -> HttpResponse:
    """One's duties to come; for who keeps a station, all of the station's."""
    actor = request.actor
    station = selectors.station_of(actor)
    rows: Any = selectors.duties_of(actor)
    if selectors.deputy_of(actor) is None and station is not None:
        rows = selectors.coming_duties(station)
    context = {"duties": list(rows[:SHOWN]), "swaps": swaps_at_hand(request), "station": station}
    return page(request, "field/duties.html", context, current="field:home")


@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: ActorRequest, duty: int) -> HttpResponse:
    """Ask another deputy to change duties."""
    row = get_object_or_404(selectors.duties_in(request.actor), pk=duty)
    form = SwapForm(request.POST if request.method == "POST" else None, duty=row, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            form.act()
        except BadInput as no:
            form.refuse(no)
        except Refusal as no:
            form.add_error(None, no.sentence)
        else:
            messages.success(request, _("已申请，等对方代表或管理员同意。"))
            return redirect("field:duties")
    status = 422 if form.errors else 200
    return page(request, "field/swap.html", {"form": form, "duty": row}, current="field:home", status=status)


@require_POST
def decide(request: ActorRequest, swap: int) -> HttpResponse:
    """Agree to a swap, decline it, or take one's own back."""
    row = get_object_or_404(selectors.open_swaps(request.actor), pk=swap)
    accept = request.POST.get("answer") == "accept"
    try:
        (services.accept_swap if accept else services.decline_swap)(swap=row, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
    else:
        messages.success(request, _("已对调。") if accept else _("已退回，值班不变。"))
    return redirect("field:duties")
