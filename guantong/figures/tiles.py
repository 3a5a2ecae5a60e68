"""The figures of a region as tiles, each with its months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from guantong.base.svg.marks import Mark
from guantong.figures import shown
from guantong.figures.addresses import figure_url
from guantong.figures.report import Line, Paragraph, Report
from guantong.figures.selectors import months_of
from guantong.figures.spark import spark
from guantong.figures.values import Value, monthly
from guantong.kernel.periods import Period


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure as base/_tile.html shows it, and the picture of its months, empty for one month or no records."""

    tile: dict[str, Any]
    picture: SafeString | str


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the report as tiles, with its sentence, in which every number leads to its figure."""

    title: str
    sentence: SafeString | str
    tiles: list[Tile]


def groups(report: Report) -> list[Group]:
    """Every section of a report."""
    months = months_of(report.period)
    figures = [line.value.definition for line in report.lines]
    series = monthly(figures, [report.region], months)
    return [
        Group(
            paragraph.title,
            _sentence(paragraph),
            [_tile(line, series[line.value.definition.code, report.region.code]) for line in paragraph.lines],
        )
        for paragraph in report.paragraphs
    ]


def _sentence(paragraph: Paragraph) -> SafeString | str:
    """The report's own sentence: no number in it is bare."""
    if not paragraph.told:
        return paragraph.sentence
    return mark_safe("，".join(map(_linked, paragraph.told)) + "。")  # noqa: S308 - _linked escapes every part


def _linked(line: Line) -> str:
    number = format_html('<a href="{}">{}</a>', line.url, shown.number(line.value.amount))
    return str(escape(line.words)) % {"n": number}


def _tile(line: Line, months: list[Value]) -> Tile:
    value, indicator = line.value, line.value.definition.indicator
    tile = {
        "name": indicator.name,
        "value": shown.number(value.amount),
        "unit": "" if value.amount is None else indicator.unit,
        "url": line.url,
        "period": value.period.label_zh(),
        "definition_url": f"{line.url}#definition",
        "part": _("%(top)s ÷ %(bottom)s") % {"top": value.parts[0], "bottom": value.parts[1]} if value.parts else "",
    }
    title = _("%(name)s：按月") % {"name": indicator.name}
    drawn = len(months) > 1 and any(value.amount for value in months)
    picture = spark(title, [month_mark(value) for value in months], unit=indicator.unit) if drawn else ""
    return Tile(tile, picture)


def month_mark(value: Value) -> Mark:
    """A month's column or point; nothing where a rate has no base."""
    url = figure_url(value.definition.code, value.region_code, value.period)
    return Mark(month_label(value.period), value.amount, url, shown.with_unit(value) if value.parts else "")


def month_label(month: Period) -> str:
    """The month as the axis of a picture names it: 3月."""
    return _("%(n)s月") % {"n": month.start.month}
