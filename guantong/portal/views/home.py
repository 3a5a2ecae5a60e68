"""What this is, where one can speak, and how personal data is treated."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guantong.opinions.services.spoken import NOTICE_VERSION
from guantong.portal.codes import codes_in, counties_to_speak_in
from guantong.portal.county_pages import county_or_404

ROBOTS = "User-agent: *\nAllow: /$\nAllow: /privacy/\nDisallow: /\n"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: speak, or follow."""
    return render(request, "portal/home.html", {"counties": counties_to_speak_in()})


@require_safe
def stations(request: HttpRequest, region: str) -> HttpResponse:
    """Stations and stalls of one county through which one can speak; an old code of the county works too."""
    county = county_or_404(region)
    return render(request, "portal/stations.html", {"county": county, "codes": codes_in(county)})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """The whole notice (个人信息保护法 17, 35)."""
    return render(request, "portal/privacy.html", {"version": NOTICE_VERSION})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may know the first page, and nobody's opinion."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
