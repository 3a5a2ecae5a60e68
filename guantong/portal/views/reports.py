"""The published reports of deputies to their voters (代表法 58): what everybody may read."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guantong.appraisals.selectors.reports import in_words, published, published_in, result_of
from guantong.portal.county_pages import county_or_404, published_page


@require_safe
def reports(request: HttpRequest, region: str) -> HttpResponse:
    """The published reports of a county, the newest first; an old code of the county works too."""
    county = county_or_404(region)
    found = published_page(request, published_in(county), moment="published_at")
    context = {**found, "county": county, "rows": [(row, result_of(row)) for row in found["rows"]]}
    return render(request, "portal/reports.html", context)


@require_safe
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One published report: what the deputy said, what the records count, and how those present rated it."""
    found = published(pk)
    if found is None:
        raise Http404
    context = {"report": found, "counts": in_words(found.counts), "result": result_of(found)}
    return render(request, "portal/report.html", context)
