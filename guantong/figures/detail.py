"""All that one figure's page shows besides its records: parts, months, and the parts of the region."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guantong.base.now import today
from guantong.base.svg.bars import bar_chart
from guantong.base.svg.lines import line_chart
from guantong.base.svg.marks import Mark, Series
from guantong.figures import shown
from guantong.figures.addresses import figure_url
from guantong.figures.definitions import Definition
from guantong.figures.selectors import months_of, part_digits
from guantong.figures.tiles import month_mark
from guantong.figures.values import Value, monthly, parts_of, within
from guantong.kernel.periods import Period
from guantong.regions.models import Region


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two counts of a rate, and the way to its records."""

    role: str
    name: str
    count: str
    url: str


def rate_parts(value: Value) -> list[Part]:
    """Numerator and denominator; nothing for a figure that is not a rate."""
    halves = parts_of(value.definition)
    if halves is None or value.parts is None:
        return []
    return [
        Part(
            role,
            half.indicator.name,
            f"{n}{half.indicator.unit}",
            figure_url(half.code, value.region_code, value.period),
        )
        for role, half, n in zip((_("分子"), _("分母")), halves, value.parts, strict=True)
    ]


def trend(figure: Definition, region: Region, period: Period) -> SafeString | str:
    """The months of the period's year up to now as a line; nothing for years to come."""
    months = [m for m in months_of(Period.parse(str(period.start.year))) if m.start <= today()]
    if not months:
        return ""
    marks = [month_mark(value) for value in monthly([figure], [region], months)[figure.code, region.code]]
    name = figure.indicator.name
    words = {"name": name, "year": period.start.year}
    return line_chart(_("%(name)s：%(year)s年各月") % words, [Series(name, marks)], unit=figure.indicator.unit)


def breakdown(figure: Definition, region: Region, period: Period) -> SafeString | str:
    """The parts of the region as bars, the largest first, each leading to its own records; nothing without records."""
    found = within(figure, region, period, part_digits(region))
    if not found:
        return ""
    names = dict(Region.objects.filter(pk__in=found).values_list("pk", "name"))
    largest_first = sorted(found.items(), key=lambda pair: (-(pair[1].amount or 0), pair[0]))
    marks = [_part_mark(figure, region, period, names.get(code, code), value) for code, value in largest_first]
    title = _("%(name)s：各部分") % {"name": figure.indicator.name}
    return bar_chart(title, marks, unit=figure.indicator.unit)


def _part_mark(figure: Definition, region: Region, period: Period, name: str, value: Value) -> Mark:
    label = _("%(region)s本级") % {"region": name} if value.region_code == region.code else name
    return Mark(label, value.amount, figure_url(figure.code, value.region_code, period), shown.with_unit(value))
