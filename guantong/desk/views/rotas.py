"""The rota of a station: making it, taking it back, opening a duty, swapping, and its printed sheets."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import today
from guantong.base.refusals import Refusal
from guantong.deputies import selectors, services
from guantong.deputies.forms.rotas import ClearForm, RotaForm, SwapForm
from guantong.deputies.models import Station
from guantong.deputies.services.rotas import month_span
from guantong.desk.code_addresses import address_in, scanned_nowhere
from guantong.desk.views.station import filled_in, one, sent
from guantong.kernel.markets import is_provisional
from guantong.opinions.selectors import codes_for, working
from guantong.opinions.sheets import card_of


def _station_url(station: int) -> str:
    return reverse("desk:station", args=[station])


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: ActorRequest, station: int) -> HttpResponse:
    """Give out the duties of a month."""
    found = one(request, station)
    form = RotaForm(sent(request), station=found, actor=request.actor)
    heading = _("%(station)s排班") % {"station": found.name}
    return filled_in(request, form, heading, _station_url(station), _("轮值已排好。"))


@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: ActorRequest, station: int) -> HttpResponse:
    """Take back what is to come of a month."""
    found = one(request, station)
    form = ClearForm(sent(request), station=found, actor=request.actor)
    heading = _("撤回%(station)s的值班") % {"station": found.name}
    return filled_in(request, form, heading, _station_url(station), _("还没到的值班已撤回。"))


@require_POST
def open_duty(request: ActorRequest, duty: int) -> HttpResponse:
    """Plan the activity of a duty's day and lead to it."""
    row = get_object_or_404(selectors.duties_in(request.actor), pk=duty)
    try:
        activity = services.open_duty(duty=row, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
        return redirect("desk:station", row.station_id)
    return redirect("desk:matter", activity.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: ActorRequest, duty: int) -> HttpResponse:
    """Ask that a duty be swapped."""
    row = get_object_or_404(selectors.duties_in(request.actor), pk=duty)
    form = SwapForm(sent(request), duty=row, actor=request.actor)
    heading = _("调班：%(duty)s") % {"duty": row}
    return filled_in(request, form, heading, _station_url(row.station_id), _("已申请，等对方代表或管理员同意。"))


@require_POST
def decide(request: ActorRequest, swap: int) -> HttpResponse:
    """Accept or decline a swap."""
    row = get_object_or_404(selectors.open_swaps(request.actor), pk=swap)
    decide_swap(request, row)
    return redirect("desk:station", row.duty.station_id)


def decide_swap(request: ActorRequest, row: Any) -> None:
    """Carry out what was pressed, and say what came of it."""
    accept = request.POST.get("answer") == "accept"
    try:
        (services.accept_swap if accept else services.decline_swap)(swap=row, actor=request.actor)
    except Refusal as no:
        messages.error(request, no.sentence)
    else:
        messages.success(request, _("已对调。") if accept else _("已退回，值班不变。"))


@require_safe
def sheet(request: ActorRequest, station: int) -> HttpResponse:
    """The rota of a month on paper, or with ?as=notice the notice that is put up at the station."""
    found, month = one(request, station), _month(request.GET.get("month", ""))
    first, last = month_span(month)
    cycle = found.market_cycle
    notice = request.GET.get("as") == "notice"
    context = {
        "station": found,
        "month": first,
        "duties": list(selectors.duties_between(found, first, last)),
        "provisional": cycle is not None and is_provisional(cycle, first, last),
        "notice": notice,
        "card": _card(request, found) if notice else None,
        "nowhere": notice and scanned_nowhere(request),
        "back_url": _station_url(station),
    }
    return render(request, "desk/stations/rota_sheet.html", context)


def _month(asked: str) -> date:
    try:
        return date.fromisoformat(f"{asked[:7]}-01")
    except ValueError:
        return today()


def _card(request: ActorRequest, station: Station) -> Any:
    code = working(codes_for(request.actor)).filter(station=station, deputy__isnull=True).order_by("pk").first()
    return card_of(code, address_in(request)) if code else None


urlpatterns = [
    path("stations/<int:station>/rota/", make, name="make-rota"),
    path("stations/<int:station>/rota/clear/", clear, name="clear-rota"),
    path("stations/<int:station>/rota/sheet/", sheet, name="rota-sheet"),
    path("duties/<int:duty>/open/", open_duty, name="open-duty"),
    path("duties/<int:duty>/swap/", swap, name="swap-duty"),
    path("swaps/<int:swap>/decide/", decide, name="decide-swap"),
]
