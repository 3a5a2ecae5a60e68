"""Writing an opinion down for a person without a phone, and the slip to hand over."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.actors import CONGRESS_ROLES
from guantong.accounts.middleware import ActorRequest
from guantong.attachments.services import attach_photo
from guantong.base.refusals import BadInput, Refusal
from guantong.desk.door import page
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.receipts import grouped, secret_of
from guantong.opinions.record_form import RecordForm
from guantong.opinions.services import record_opinion


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: ActorRequest) -> HttpResponse:
    """The form; sent, it leads to the slip."""
    if request.method != "POST":
        initial = {"code": request.GET.get("code", "")[:12]}
        form = RecordForm(actor=request.actor)
        form.initial.update({key: value for key, value in initial.items() if value})
        return page(request, "desk/record.html", {"form": form}, current="desk:record")
    form = RecordForm(request.POST, request.FILES, actor=request.actor)
    if form.is_valid() and (opinion := _recorded(request, form)):
        return redirect("desk:record-slip", opinion.pk)
    return page(request, "desk/record.html", {"form": form}, current="desk:record", status=422)


def _recorded(request: ActorRequest, form: RecordForm) -> Opinion | None:
    """The opinion with its photos, all or nothing; None after noting on the form what was wrong."""
    try:
        with transaction.atomic():
            opinion = record_opinion(
                code=form.chosen_code,
                spoken=form.spoken(),
                channel=Channel(form.cleaned_data["channel"]),
                actor=request.actor,
                slip=form.cleaned_data["slip"],
                occasion=form.chosen_occasion,
            )
            for upload in form.cleaned_data["photos"]:
                attach_photo(owner=opinion.pk, upload=upload, actor=request.actor)
    except BadInput as refusal:
        for name, sentence in refusal.fields.items():
            form.add_error(name if name in form.fields else None, sentence)
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
    else:
        messages.success(request, _("已登记。请把下面的回执交给反映人。"))
        return opinion
    return None


@never_cache
@require_safe
def slip(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The receipt to print and hand over: for whoever wrote the opinion down, and for the county's congress."""
    opinion = Opinion.objects.filter(pk=pk, region_id=request.actor.region_code).select_related("code").first()
    if opinion is None or opinion.channel == Channel.CODE or not _may_hand_over(request, opinion):
        raise Http404
    context = {
        "opinion": opinion,
        "number": grouped(opinion.receipt),
        "secret": grouped(secret_of(opinion.pk)),
        "address": request.build_absolute_uri(reverse("portal:follow")),
    }
    return page(request, "desk/slip.html", context, current="desk:record")


def _may_hand_over(request: ActorRequest, opinion: Opinion) -> bool:
    return opinion.typed_by_id == request.actor.person_id or request.actor.role in CONGRESS_ROLES
