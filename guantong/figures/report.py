"""The half-year report of a county, or of a city with its counties: every sentence from figures alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import now
from guantong.figures import shown
from guantong.figures.addresses import figure_url
from guantong.figures.sections import Told, ordered, sections
from guantong.figures.values import Value, values
from guantong.kernel.periods import Period
from guantong.regions.models import Level, Region
from guantong.regions.selectors import counties


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a section with its value and the words of the report's sentence."""

    value: Value
    words: str

    @property
    def sentence(self) -> str:
        return self.words % {"n": shown.number(self.value.amount)}

    @property
    def url(self) -> str:
        return figure_url(self.value.definition.code, self.value.region_code, self.value.period)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A section of the report with its lines."""

    title: str
    lines: tuple[Line, ...]

    @property
    def told(self) -> tuple[Line, ...]:
        """The lines that the sentence tells: none where there is no record, and no rate of nothing."""
        if all(line.value.empty for line in self.lines):
            return ()
        return tuple(line for line in self.lines if line.value.amount is not None)

    @property
    def sentence(self) -> str:
        told = self.told
        return "，".join(line.sentence for line in told) + "。" if told else _("当期没有记录。")


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one region in one period; `counties` holds the reports of a city's counties."""

    region: Region
    period: Period
    counted_at: datetime
    paragraphs: tuple[Paragraph, ...]
    counties: tuple[Report, ...] = ()

    @property
    def title(self) -> str:
        return _("%(region)s%(period)s人大代表工作数据") % {
            "region": self.region.name,
            "period": self.period.label_zh(),
        }

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for paragraph in self.paragraphs for line in paragraph.lines)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, ready for JSON."""
        return {
            "region": {"code": self.region.code, "name": self.region.name},
            "period": {
                "code": self.period.code,
                "label": self.period.label_zh(),
                "start": self.period.start.isoformat(),
                "end": self.period.end.isoformat(),
            },
            "title": self.title,
            "counted_at": self.counted_at.isoformat(),
            "sections": [_section(paragraph) for paragraph in self.paragraphs],
            "counties": [county.as_dict() for county in self.counties],
        }


def half_year(region: Region, period: Period) -> Report:
    """The report of a county; of a city, with a report for each of its counties. Any period will do."""
    parts = list(counties(region)) if region.level == Level.CITY else []
    counted_at = now()
    found = values(ordered(), [region, *parts], period)
    told = list(sections())
    whole, *rest = (
        Report(one, period, counted_at, tuple(_paragraph(section, one, found) for section in told))
        for one in [region, *parts]
    )
    return Report(region, period, counted_at, whole.paragraphs, tuple(rest))


def _paragraph(section: Told, region: Region, found: dict[tuple[str, str], Value]) -> Paragraph:
    lines = tuple(Line(found[figure.code, region.code], words) for figure, words in section.figures)
    return Paragraph(section.title, lines)


def _section(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "title": paragraph.title,
        "sentence": paragraph.sentence,
        "figures": [figure_as_dict(line.value) for line in paragraph.lines],
    }


def figure_as_dict(value: Value) -> dict[str, Any]:
    """One figure with its definition, number, parts and the address of its records, as plain values."""
    indicator = value.definition.indicator
    return {
        "code": indicator.code,
        "name": indicator.name,
        "unit": indicator.unit,
        "value": None if value.amount is None else (float(value.amount) if value.parts else int(value.amount)),
        "parts": list(value.parts) if value.parts else None,
        "definition": indicator.definition,
        "version": indicator.version,
        "url": figure_url(indicator.code, value.region_code, value.period),
    }
