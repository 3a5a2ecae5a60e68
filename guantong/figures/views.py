"""The pages of figures: a region's half-year, one figure with its records, and a report read back."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import now
from guantong.figures import comparison, shown
from guantong.figures.addresses import figure_url
from guantong.figures.choices import Asked, periods_for, regions_for
from guantong.figures.definitions import Definition, find
from guantong.figures.detail import breakdown, rate_parts, trend
from guantong.figures.entrance import asked_of
from guantong.figures.forms import ReadingForm
from guantong.figures.frame import page
from guantong.figures.highlights import found_in, legend, pieces
from guantong.figures.openers import matter_url
from guantong.figures.reconcile import reconcile
from guantong.figures.report import half_year
from guantong.figures.selectors import page_of_records
from guantong.figures.tiles import groups
from guantong.figures.values import parts_of, value
from guantong.kernel.periods import Period

HOME = "figures:home"


@require_safe
def home(request: ActorRequest) -> HttpResponse:
    """All figures of a region in a period; for a city, its counties side by side as well."""
    asked = asked_of(request)
    report = half_year(asked.region, asked.period)
    context = {"asked": asked, "report": report, "groups": groups(report), "regions": regions_for(request.actor)}
    if report.counties:
        sort = request.GET.get("sort", "")
        pictured = comparison.pictured(report, sort)
        context |= {
            "table": comparison.table(report, sort),
            "pictured": pictured.indicator,
            "multiples": comparison.multiples(report, pictured),
        }
    return page(request, "figures/home.html", context, current=HOME, status=_status(asked))


@require_safe
def figure(request: ActorRequest, code: str) -> HttpResponse:
    """One figure: its number, definition, months, parts of the region, and the records themselves."""
    definition, asked = find(code), asked_of(request)
    if definition is None:
        raise Http404
    number = value(definition, asked.region, asked.period)
    listed = _listed(definition)
    records = page_of_records(
        listed, asked.region, asked.period, actor=request.actor, cursor=request.GET.get("after", "")
    )
    here = figure_url(code, asked.region.code, asked.period)
    context = {
        "asked": asked,
        "figure": definition.indicator,
        "listed": listed.indicator,
        "value": number,
        "shown": shown.number(number.amount),
        "parts": rate_parts(number),
        "trend": trend(definition, asked.region, asked.period),
        "breakdown": breakdown(definition, asked.region, asked.period),
        "rows": [(row, matter_url(row.matter)) for row in records.rows],
        "first_url": f"{here}#records" if request.GET.get("after") else "",
        "next_url": f"{here}&{urlencode({'after': records.next})}#records" if records.next else "",
        "regions": regions_for(request.actor),
        "counted_at": now(),
    }
    return page(request, "figures/figure.html", context, current=HOME, status=_status(asked))


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: ActorRequest) -> HttpResponse:
    """Hold a report's text against the records. The text is answered and kept nowhere."""
    asked = asked_of(request)
    regions = regions_for(request.actor)
    blank = partial(ReadingForm, regions=regions, periods=periods_for(asked))
    form = blank(
        data=request.POST if request.method == "POST" else None,
        files=request.FILES or None,
        initial={"region": asked.region.code, "period": asked.period.code},
    )
    context: dict[str, object] = {"form": form, "home_of": reverse(HOME)}
    if request.method == "POST" and form.is_valid():
        region = next(r for r in regions if r.code == form.cleaned_data["region"])
        result = reconcile(form.whole_text, region=region, period=Period.parse(form.cleaned_data["period"]))
        found = found_in(result)
        again = {"region": region.code, "period": result.period.code, "text": result.text}
        context |= {
            "result": result,
            "found": found,
            "pieces": pieces(result.text, found),
            "legend": legend(result),
            "form": blank(initial=again),
        }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return page(request, "figures/read.html", context, current=HOME, status=status)


def _listed(definition: Definition) -> Definition:
    """The figure whose records are listed: of a rate, its denominator."""
    halves = parts_of(definition)
    return halves[1] if halves else definition


def _status(asked: Asked) -> int:
    return 400 if asked.problem else 200
