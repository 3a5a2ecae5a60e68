"""The cells of a workbook's sheets, with what a merged cell says in each of its rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from guantong.suggestions.importing.archive import Unreadable, check_file, damaged

MOST_ROWS, MOST_COLUMNS = 20_000, 60
MOST_SHEETS = 40


@dataclass(slots=True)
class Grid:
    """One sheet: `rows` from row 1; `tops` says of a cell filled from a merged one in which row that one begins."""

    name: str
    rows: list[list[Any]]
    tops: dict[tuple[int, int], int] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Any:
        """The value at a row (from 1) and column (from 0)."""
        return self.rows[row - 1][column]


def read_grids(name: str, data: bytes) -> list[Grid]:
    """Every sheet of an .xlsx file. Raises Unreadable."""
    check_file(name, data)
    try:
        return list(_grids(data))
    except Unreadable:
        raise
    except Exception as error:
        # The reader raises whatever its parsers meet in a damaged file: KeyError, ValueError, XMLSyntaxError…
        raise damaged() from error


def _grids(data: bytes) -> Iterator[Grid]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if len(book.worksheets) > MOST_SHEETS:
        raise Unreadable(_("工作表太多，请只留下要导入的。"))
    left = MOST_ROWS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for sheet in book.worksheets:
            grid = Grid(str(sheet.title), _rows(sheet, left))
            left -= len(grid.rows)
            _fill(grid, _merged(archive, str(getattr(sheet, "_worksheet_path", "")).lstrip("/")))
            yield grid


def _rows(sheet: Any, left: int) -> list[list[Any]]:
    sheet.reset_dimensions()  # what the file says of its own size is not believed
    rows = []
    for row in sheet.iter_rows(max_row=left + 1, max_col=MOST_COLUMNS + 1, values_only=True):
        rows.append([*row, *[None] * (MOST_COLUMNS + 1 - len(row))])
    while rows and _is_empty(rows[-1]):
        rows.pop()
    if len(rows) > left:
        raise Unreadable(_("一次最多导入%(most)s行，请分成几个文件。") % {"most": MOST_ROWS})
    if any(row[MOST_COLUMNS] not in (None, "") for row in rows):
        raise Unreadable(_("工作表超过%(most)s列，请删去用不到的列。") % {"most": MOST_COLUMNS})
    return [row[:MOST_COLUMNS] for row in rows]


def _is_empty(row: list[Any]) -> bool:
    return all(value is None or not str(value).strip() for value in row)


def _merged(archive: zipfile.ZipFile, path: str) -> Iterator[tuple[int, int, int]]:
    """Column, first and last row of every range that is merged over several rows."""
    from defusedxml.ElementTree import iterparse
    from openpyxl.utils.cell import range_boundaries

    with archive.open(path) as stream:
        for _event, element in iterparse(stream):
            tag = str(element.tag).rpartition("}")[2]
            if tag == "mergeCell":
                left, top, _right, bottom = range_boundaries(element.get("ref", ""))
                yield int(left or 1) - 1, int(top or 1), int(bottom or 1)
            elif tag == "row":
                element.clear()


def _fill(grid: Grid, ranges: Iterator[tuple[int, int, int]]) -> None:
    """Say in every row what a merged cell says in its first; its other columns stay empty."""
    for column, top, bottom in ranges:
        if column >= MOST_COLUMNS:
            continue
        for row in range(top + 1, min(bottom, len(grid.rows)) + 1):
            if (row, column) in grid.tops:
                raise damaged()  # ranges that overlap: no office program writes them
            grid.rows[row - 1][column] = grid.cell(top, column)
            grid.tops[row, column] = top
