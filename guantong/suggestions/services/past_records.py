"""A list of past suggestions held against what is on record: what was imported before, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext as _

from guantong.matters.models import Matter
from guantong.matters.registry import kind_by_code
from guantong.matters.services import official_number
from guantong.regions.models import Region
from guantong.suggestions.importing.past import PastSuggestion, Problem
from guantong.suggestions.importing.values import plain_number
from guantong.suggestions.models import Suggestion


@dataclass(frozen=True, slots=True)
class PastFile:
    """The file that suggestions come from. A row of it is one suggestion, however often it is confirmed."""

    region: Region
    name: str
    digest: str
    session: str = ""

    def key_of(self, past: PastSuggestion) -> UUID:
        """The id of a row's suggestion, which depends on nothing but county, content of the file, sheet and row."""
        return uuid5(NAMESPACE_URL, f"past:{self.region.pk}:{self.digest}:{past.sheet}:{past.row}")

    def number_of(self, past: PastSuggestion) -> str | None:
        """The number of a row in the office's pattern; one that has a pattern already stays as it is."""
        count = plain_number(past.number)
        if count is None:
            return past.number or None
        return official_number(region=self.region, series=series(), year=past.year, count=count)


def series() -> str:
    """The series of suggestions' numbers."""
    return kind_by_code("suggestion").series


def not_imported(file: PastFile, rows: Sequence[PastSuggestion]) -> list[PastSuggestion]:
    """The rows that are not on record yet from this file."""
    known = set(Matter.objects.filter(pk__in=[file.key_of(row) for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if file.key_of(row) not in known]


def conflicts(file: PastFile, rows: Sequence[PastSuggestion]) -> list[Problem]:
    """What rows have in common that only one can have: a number, or title, deputy and year."""
    return [*_numbers(file, rows), *_twins(file, rows)]


def _numbers(file: PastFile, rows: Sequence[PastSuggestion]) -> Iterator[Problem]:
    numbers = [(row, number) for row in rows if (number := file.number_of(row))]
    taken = set(Matter.objects.filter(number__in=[n for _row, n in numbers]).values_list("number", flat=True))
    first: dict[str, PastSuggestion] = {}
    for row, number in numbers:
        if number in taken:
            yield Problem(row.sheet, row.row, _("编号"), row.number, _("系统里已有%(number)s。") % {"number": number})
        elif number in first:
            yield Problem(row.sheet, row.row, _("编号"), row.number, _("编号与%(where)s相同。") % _where(first[number]))
        first.setdefault(number, row)


def _twins(file: PastFile, rows: Sequence[PastSuggestion]) -> Iterator[Problem]:
    years = {row.year for row in rows}
    on_record = Suggestion.objects.filter(region=file.region, year__in=years)
    known = set(on_record.values_list("title", "lead__name", "year"))
    first: dict[tuple[str, str, int], PastSuggestion] = {}
    for row in rows:
        what = (row.title, row.lead, row.year)
        if what in known:
            yield Problem(row.sheet, row.row, _("标题"), row.title[:60], _("系统里已有这位代表同一年的同名建议。"))
        elif what in first:
            yield Problem(row.sheet, row.row, _("标题"), row.title[:60], _as_in(first[what]))
        first.setdefault(what, row)


def _as_in(first: PastSuggestion) -> str:
    return _("与%(where)s是同一件。") % _where(first)


def _where(row: PastSuggestion) -> dict[str, str]:
    return {"where": _("“%(sheet)s”第%(row)s行") % {"sheet": row.sheet, "row": row.row}}
