"""Showing one's own codes to somebody across the table."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.public_address import public_url
from guantong.field.door import page
from guantong.opinions.qr import qr_svg, short_address
from guantong.opinions.selectors import codes_for, working

SHOWN = 10


@require_safe
def codes(request: ActorRequest) -> HttpResponse:
    """The codes of one's station, and one's own as a deputy, large."""
    actor = request.actor
    station = Q(station__organisation_id=actor.organisation_id, deputy__isnull=True)
    mine = working(codes_for(actor)).filter(station | Q(deputy__person_id=actor.person_id))
    shown = []
    for code in mine.order_by("source", "id")[:SHOWN]:
        address = public_url(request, reverse("portal:speak", args=[code.token]))
        shown.append({"code": code, "qr": qr_svg(address), "address": short_address(address)})
    return page(request, "field/codes.html", {"codes": shown}, current="field:home")
