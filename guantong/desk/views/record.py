"""Writing an opinion down for a person without a phone, and the slip to hand over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.base.public_address import public_url
from guantong.desk.code_forms import ReprintForm
from guantong.desk.door import page
from guantong.handoffs.contact_to_opinion import contact_to_follow, contact_to_opinion
from guantong.opinions.models import Opinion
from guantong.opinions.record_form import RecordForm
from guantong.opinions.recording import record_with, slip_is_fresh
from guantong.opinions.services import Slip, reprint_slip
from guantong.opinions.services.slips import may_hand_over, slip_of

CURRENT = "desk:record"


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: ActorRequest) -> HttpResponse:
    """The form; sent, it leads to the slip, or once to what may be the same.

    `?contact=`: it came up in that contact. `?occasion=`: at that activity.
    """
    contact = contact_to_follow(request.GET.get("contact", ""), request.actor)
    if request.method != "POST":
        initial = {name: request.GET.get(name, "")[:36] for name in ("code", "occasion")}
        initial["body"] = contact.said if contact else ""
        form = RecordForm(actor=request.actor)
        form.initial.update({key: value for key, value in initial.items() if value})
        return page(request, "desk/record.html", {"form": form}, current=CURRENT)
    form = RecordForm(request.POST, request.FILES, actor=request.actor)
    if likely := form.unasked():
        asked = {"form": form, "likely": likely, "files_again": bool(request.FILES)}
        return page(request, "desk/record.html", asked, current=CURRENT, status=409)
    if opinion := record_with(form, request.actor, request.session):
        contact_to_opinion(contact=contact, opinion=opinion, actor=request.actor)
        messages.success(request, _("已登记。请把下面的回执交给反映人。"))
        return redirect("desk:record-slip", opinion.pk)
    return page(request, "desk/record.html", {"form": form}, current=CURRENT, status=422)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The receipt to print and hand over: shown once to whoever wrote the opinion down; after that with a reason."""
    opinion = Opinion.objects.filter(pk=pk).select_related("code").first()
    if opinion is None or not may_hand_over(opinion, request.actor):
        raise Http404
    if request.method == "POST":
        return _reprinted(request, opinion)
    if slip_is_fresh(opinion, request.session):
        return _shown(request, opinion, slip_of(opinion))
    return _asked(request, opinion, ReprintForm())


def _reprinted(request: ActorRequest, opinion: Opinion) -> HttpResponse:
    form = ReprintForm(request.POST)
    if not form.is_valid():
        return _asked(request, opinion, form, status=422)
    again = reprint_slip(opinion=opinion, reason=form.cleaned_data["reason"], actor=request.actor)
    return _shown(request, opinion, again)


def _shown(request: ActorRequest, opinion: Opinion, shown: Slip) -> HttpResponse:
    context: dict[str, Any] = {
        "opinion": opinion,
        "slip": shown,
        "address": public_url(request, reverse("portal:follow")),
    }
    return page(request, "desk/slip.html", context, current=CURRENT)


def _asked(request: ActorRequest, opinion: Opinion, form: ReprintForm, status: int = 200) -> HttpResponse:
    return page(request, "desk/slip.html", {"opinion": opinion, "form": form}, current=CURRENT, status=status)
