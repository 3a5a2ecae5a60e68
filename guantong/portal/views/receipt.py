"""The receipt, right after an opinion was taken in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from guantong.opinions.models import Opinion
from guantong.opinions.receipts import grouped, secret_of
from guantong.portal.progress import expected_at_start
from guantong.portal.remembered import remembered


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Number and secret of the opinion that this browser sent last; without one, the way to look one up."""
    ids = remembered(request)
    opinion = Opinion.objects.select_related("region", "code").filter(pk=ids[-1]).first() if ids else None
    if opinion is None:
        return redirect("portal:follow")
    context = {
        "opinion": opinion,
        "number": grouped(opinion.receipt),
        "secret": grouped(secret_of(opinion.pk)),
        "expected": expected_at_start(opinion) if opinion.state == "received" else "",
    }
    return render(request, "portal/receipt.html", context)
