"""The counties of a city side by side: a table that sorts by any figure, and one figure month by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guantong.base.svg.multiples import Panel, small_multiples
from guantong.figures import shown
from guantong.figures.addresses import figure_url, home_url
from guantong.figures.definitions import Definition
from guantong.figures.report import Report
from guantong.figures.selectors import months_of
from guantong.figures.tiles import month_mark
from guantong.figures.values import Value, monthly


def sorted_by(report: Report, sort: str) -> tuple[list[Report], int | None, bool]:
    """The counties in the order of `?sort=code` (-code: largest first), the figure's place, and whether it falls."""
    code, falling = sort.removeprefix("-"), sort.startswith("-")
    codes = [line.value.definition.code for line in report.lines]
    if code not in codes:
        return list(report.counties), None, False
    place = codes.index(code)
    known = [c for c in report.counties if c.lines[place].value.amount is not None]
    unknown = [c for c in report.counties if c.lines[place].value.amount is None]
    return sorted(known, key=lambda c: c.lines[place].value.amount or 0, reverse=falling) + unknown, place, falling


def table(report: Report, sort: str) -> dict[str, Any]:
    """The context of figures/_comparison.html: a row for each figure, a column for the city and for each county."""
    columns, place, falling = sorted_by(report, sort)
    parts, number = [], 0
    for paragraph in report.paragraphs:
        rows = []
        for line in paragraph.lines:
            here, code = number == place, line.value.definition.code
            rows.append(
                {
                    "name": _head(line.value.definition),
                    "sort_url": _sort_url(report, code if here and falling else f"-{code}"),
                    "sorted": ("down" if falling else "up") if here else "",
                    "whole": _cell(line.value),
                    "cells": [_cell(county.lines[number].value) for county in columns],
                }
            )
            number += 1
        parts.append({"title": paragraph.title, "rows": rows})
    return {
        "counties": [_county(county) for county in columns],
        "width": len(columns) + 2,
        "parts": parts,
        "unsorted_url": _sort_url(report, "") if place is not None else "",
    }


def multiples(report: Report, figure: Definition) -> SafeString:
    """One small picture a county of the figure's months, all on one scale."""
    months = months_of(report.period)
    regions = [county.region for county in report.counties]
    found = monthly([figure], regions, months)
    place = [line.value.definition.code for line in report.lines].index(figure.code)
    panels = [
        Panel(
            county.region.short_name,
            county.lines[place].url,
            shown.with_unit(county.lines[place].value),
            [month_mark(value) for value in found[figure.code, county.region.code]],
        )
        for county in report.counties
    ]
    return small_multiples(panels, unit=figure.indicator.unit)


def _head(figure: Definition) -> str:
    indicator = figure.indicator
    return _("%(name)s（%(unit)s）") % {"name": indicator.name, "unit": indicator.unit}


def _sort_url(report: Report, sort: str) -> str:
    asked = {"region": report.region.code, "period": report.period.code, **({"sort": sort} if sort else {})}
    return f"{reverse('figures:home')}?{urlencode(asked)}#comparison"


def _county(report: Report) -> dict[str, str]:
    region = report.region
    return {"text": region.short_name, "name": region.name, "url": home_url(region.code, report.period)}


def _cell(value: Value) -> dict[str, str]:
    url = figure_url(value.definition.code, value.region_code, value.period)
    return {"text": shown.number(value.amount), "url": url}


def pictured(report: Report, sort: str) -> Definition:
    """The figure that the small pictures show: the one sorted by, else the first with records, else the first."""
    _rows, place, _falling = sorted_by(report, sort)
    lines: Sequence[Any] = report.lines
    line = lines[place] if place is not None else next((one for one in lines if not one.value.empty), lines[0])
    found: Definition = line.value.definition
    return found
