"""A whole file read: the suggestions of all its sheets, what is wrong, and what was passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from guantong.suggestions.importing.header import NEEDED, Header, field_of, find_header
from guantong.suggestions.importing.past import PastSuggestion, Problem
from guantong.suggestions.importing.row import RowReader
from guantong.suggestions.importing.sheet import Grid, read_grids
from guantong.suggestions.importing.values import text_of, year_in


@dataclass(slots=True)
class Book:
    """What a file says. With any of `problems` nothing of it is imported; `notices` is what to know besides."""

    rows: list[PastSuggestion] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read_book(*, name: str, data: bytes, year: int, today: date, letters: Mapping[str, str]) -> Book:
    """Read an .xlsx of past suggestions. A sheet that names its year is of that one, any other of `year`.

    `letters` are the county's for the classes of replies. Raises Unreadable.
    """
    book = Book()
    for grid in read_grids(name, data):
        header = find_header(grid)
        if header is None:
            if grid.rows:
                book.notices.append(_("工作表“%(sheet)s”没有认出表头，没有读。") % {"sheet": grid.name})
            continue
        _read_sheet(book, grid, header, _year_of(grid, header) or year, today, letters)
    if not book.rows and not book.problems:
        wrong = _("没有读到建议。表头至少要有“标题”“领衔代表”“提出时间”三列。")
        book.problems.append(Problem("", 0, "", "", wrong))
    return book


def _year_of(grid: Grid, header: Header) -> int | None:
    titles = [text_of(value) for row in grid.rows[: header.row - 1] for value in row if value]
    return next((year for text in (*titles, grid.name) if (year := year_in(text))), None)


def _read_sheet(book: Book, grid: Grid, header: Header, year: int, today: date, letters: Mapping[str, str]) -> None:
    labels = {"title": _("标题"), "lead": _("领衔代表"), "submitted": _("提出时间")}
    missing = [labels[name] for name in NEEDED if name not in header.columns]
    if missing:
        wrong = _("缺少这些列：%(columns)s。") % {"columns": "、".join(missing)}
        book.problems.append(Problem(grid.name, header.row, "", "", wrong))
        return
    if header.unknown:
        said = {"sheet": grid.name, "columns": "、".join(header.unknown)}
        book.notices.append(_("工作表“%(sheet)s”的这些列没有用到：%(columns)s。") % said)
    for rows in _suggestions(book, grid, header):
        own_year = year_in(text_of(grid.cell(rows[0], header.columns["year"]))) if "year" in header.columns else None
        reader = RowReader(grid, header, rows, own_year or year, today, letters)
        past = reader.read()
        book.rows += [past] if past else []
        book.problems += reader.problems


def _suggestions(book: Book, grid: Grid, header: Header) -> Iterator[tuple[int, ...]]:
    """The rows of each suggestion: several where its title is merged over them."""
    title, rows = header.columns["title"], tuple[int, ...]()
    for row in range(header.row + 1, len(grid.rows) + 1):
        if rows and grid.tops.get((row, title)) == rows[0]:
            rows = (*rows, row)
            continue
        if rows:
            yield rows
        rows = (row,) if _is_suggestion(book, grid, header, row) else ()
    if rows:
        yield rows


def _is_suggestion(book: Book, grid: Grid, header: Header, row: int) -> bool:
    """Whether a row is one: neither empty, nor the header again, nor a heading or a sum between suggestions."""
    said = {column: value for column, value in enumerate(grid.rows[row - 1]) if text_of(value)}
    if not said or sum(field_of(value) is not None for value in said.values()) >= len(NEEDED):
        return False
    lead = header.columns["lead"]
    if len(said) > 2 or header.columns["title"] in said or (lead in said and (row, lead) not in grid.tops):
        return True
    said_there = {"sheet": grid.name, "row": row, "text": text_of(next(iter(said.values())))[:40]}
    book.notices.append(_("“%(sheet)s”第%(row)s行没有建议，没有读：%(text)s") % said_there)
    return False
