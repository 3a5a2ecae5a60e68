"""Printed codes: the list of the county's own, making one, stopping one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.base.refusals import BadInput
from guantong.desk.code_addresses import address_in, scanned_nowhere
from guantong.desk.code_forms import MakeCodeForm, WithdrawCodeForm
from guantong.desk.door import page
from guantong.opinions import selectors as code_selectors
from guantong.opinions.models import IntakeCode, Source
from guantong.opinions.qr import qr_svg, short_address
from guantong.opinions.services import make_code, withdraw_code

CURRENT = "desk:codes"
STATES = {"working": _("使用中"), "expired": _("已过期"), "withdrawn": _("已停用")}


@require_safe
def codes(request: ActorRequest) -> HttpResponse:
    """The county's codes, the newest first."""
    source = request.GET.get("source", "")
    rows = code_selectors.of_source(code_selectors.codes_for(request.actor), source)
    found = newest_first(rows, request.GET.get("after", "")[:200], moment="made_at")
    narrowed = f"source={source}" if source in Source.values else ""
    context = {
        "rows": [_row(code) for code in found.rows],
        "tabs": _tabs(source),
        "narrowed": narrowed,
        "next_url": f"?{narrowed}&after={found.next}" if found.next else "",
        "first_url": f"?{narrowed}" if request.GET.get("after") else "",
    }
    return page(request, "desk/codes/list.html", context, current=CURRENT)


def _row(code: IntakeCode) -> dict[str, Any]:
    state = code_selectors.state_of(code)
    return {"code": code, "state": state, "state_label": STATES[state]}


def _tabs(source: str) -> list[dict[str, object]]:
    known = [("", _("全部")), *Source.choices]
    current = source if source in Source.values else ""
    return [
        {"label": label, "url": f"?source={value}" if value else "?", "current": value == current}
        for value, label in known
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def new_code(request: ActorRequest) -> HttpResponse:
    """Make the code of a station, stall, deputy or enterprise."""
    wanted = {"owner": request.GET.get("owner", "")}
    form = MakeCodeForm(request.POST or None, region_code=request.actor.region_code, initial=wanted)
    if request.method == "POST" and form.is_valid():
        try:
            code = make_code(owner=form.chosen, actor=request.actor, expires_on=form.cleaned_data["expires_on"])
        except BadInput as no:
            form.refuse(no)
        else:
            messages.success(request, _("二维码已做好，可以打印了。"))
            return redirect("desk:code", code.token)
    return page(request, "desk/codes/new.html", {"form": form}, current=CURRENT, status=422 if form.errors else 200)


@require_safe
def code(request: ActorRequest, token: str) -> HttpResponse:
    """One code: its sign, its address, its sheets, and how to stop it."""
    return _code_page(request, _own(request, token), WithdrawCodeForm())


@require_POST
def stop_code(request: ActorRequest, token: str) -> HttpResponse:
    """Withdraw a code that was lost or replaced."""
    own, form = _own(request, token), WithdrawCodeForm(request.POST)
    if not form.is_valid():
        return _code_page(request, own, form, status=422)
    withdraw_code(code=own, reason=form.cleaned_data["reason"], actor=request.actor)
    messages.success(request, _("二维码已停用；已经收到的意见照常办理。"))
    return redirect("desk:code", own.token)


def _own(request: ActorRequest, token: str) -> IntakeCode:
    return get_object_or_404(code_selectors.codes_for(request.actor), token=token)


def _code_page(request: ActorRequest, code: IntakeCode, form: WithdrawCodeForm, status: int = 200) -> HttpResponse:
    address = address_in(request)(code)
    context = {
        **_row(code),
        "form": form,
        "qr": qr_svg(address),
        "address": address,
        "short_address": short_address(address),
        "nowhere": scanned_nowhere(request),
        "crumbs": [{"label": _("二维码"), "url": reverse("desk:codes")}, {"label": code.label}],
    }
    return page(request, "desk/codes/code.html", context, current=CURRENT, status=status)


urlpatterns = [
    path("codes/", codes, name="codes"),
    path("codes/new/", new_code, name="make-code"),
    path("codes/<slug:token>/", code, name="code"),
    path("codes/<slug:token>/withdraw/", stop_code, name="withdraw-code"),
]
