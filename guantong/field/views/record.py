"""Writing down what somebody says, on the spot."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guantong.accounts.middleware import ActorRequest
from guantong.field.door import page
from guantong.handoffs.contact_to_opinion import contact_to_follow, contact_to_opinion
from guantong.opinions.record_form import RecordForm
from guantong.opinions.recording import record_with


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: ActorRequest) -> HttpResponse:
    """The form; sent, it leads to the receipt for the person who spoke, or once to what may be the same.

    `?contact=`: it came up in that contact.
    """
    contact = contact_to_follow(request.GET.get("contact", ""), request.actor)
    if request.method != "POST":
        form = RecordForm(actor=request.actor)
        form.initial.update({"body": contact.said} if contact else {})
        return page(request, "field/record.html", {"form": form}, current="field:record")
    form = RecordForm(request.POST, request.FILES, actor=request.actor)
    if likely := form.unasked():
        asked = {"form": form, "likely": likely, "files_again": bool(request.FILES)}
        return page(request, "field/record.html", asked, current="field:record", status=409)
    if opinion := record_with(form, request.actor, request.session):
        contact_to_opinion(contact=contact, opinion=opinion, actor=request.actor)
        messages.success(request, _("已登记。请把下面的回执交给反映人。"))
        return redirect("desk:record-slip", opinion.pk)
    return page(request, "field/record.html", {"form": form}, current="field:record", status=422)
