"""The half-year report as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from guantong.base.now import CHINA
from guantong.figures import shown
from guantong.figures.report import Report
from guantong.kernel.numerals import to_chinese


def as_text(report: Report) -> str:
    """Title, paragraphs, a city's table and the parts of its counties, and as of when it was counted."""
    lines = [report.title, "", *_paragraphs(report)]
    if report.counties:
        lines += [_("各县（市、区）对照"), *_table(report), ""]
        for county in report.counties:
            lines += [county.region.name, *_paragraphs(county)]
    at = report.counted_at.astimezone(CHINA)
    return "\n".join([*lines, _("以上数字由台账记录汇总，核算至%(at)s。") % {"at": f"{at:%Y-%m-%d %H:%M}"}])


def _paragraphs(report: Report) -> Iterator[str]:
    for place, paragraph in enumerate(report.paragraphs, 1):
        yield _("%(n)s、%(title)s。%(sentence)s") % {
            "n": to_chinese(place),
            "title": paragraph.title,
            "sentence": paragraph.sentence,
        }
    yield ""


def _table(report: Report) -> Iterator[str]:
    head = [_("指标"), *(county.region.short_name for county in report.counties), _("全市")]
    rows = [head]
    for place, line in enumerate(report.lines):
        indicator = line.value.definition.indicator
        cells = [shown.number(county.lines[place].value.amount) for county in report.counties]
        name = _("%(name)s（%(unit)s）") % {"name": indicator.name, "unit": indicator.unit}
        rows.append([name, *cells, shown.number(line.value.amount)])
    widths = [max(_width(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        yield _padded(row, widths)


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join([first, *others]).rstrip()


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese sign takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
