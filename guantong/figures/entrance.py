"""For which region and period a page of figures is asked."""

from __future__ import annotations

from django.http import Http404

from guantong.accounts.actors import Actor
from guantong.accounts.middleware import ActorRequest
from guantong.base.refusals import BadInput
from guantong.figures.asked import period_of
from guantong.figures.choices import Asked
from guantong.figures.policies import may_see
from guantong.figures.selectors import half_year_of, span_of_records
from guantong.regions.models import Region
from guantong.regions.selectors import region_by_code


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
