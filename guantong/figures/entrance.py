"""Who comes in to the pages of figures, and for which region and period."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput
from guantong.figures.asked import period_of
from guantong.figures.choices import Asked
from guantong.figures.policies import may_see
from guantong.figures.selectors import half_year_of, span_of_records
from guantong.regions.models import Region
from guantong.regions.selectors import region_by_code

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Send everybody else to sign in."""

    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        actor: Actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
        if not actor.signed_in:
            return redirect("home-of-role")
        return view(request, *args, **kwargs)

    return enter


def asked_of(request: ActorRequest) -> Asked:
    """What `?region=&period=` ask for; the actor's own region and its newest half-year with records without them.

    Raises Http404 for a region that does not exist for the actor.
    """
    region = seen_region(request.actor, request.GET.get("region", ""))
    first, last = span_of_records(region)
    newest, written = half_year_of(last), request.GET.get("period", "")
    bounds = (half_year_of(first), newest)
    try:
        return Asked(region, period_of(written) if written else newest, *bounds)
    except BadInput as refusal:
        return Asked(region, newest, *bounds, problem=refusal.sentence, written=written)


def seen_region(actor: Actor, code: str) -> Region:
    """The region of a code, or the actor's own. Raises Http404 where the actor's policy says no."""
    try:
        region = region_by_code(code or actor.region_code)
    except (BadInput, ValueError):
        raise Http404 from None
    if not may_see(actor, region.code):
        raise Http404
    return region
