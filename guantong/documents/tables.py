"""Tables with black lines: the head repeated on every page, no row torn apart."""

from __future__ import annotations

import math
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from guantong.documents import measures as m
from guantong.documents.content import Column, Table
from guantong.documents.lines import CENTER, DOTS, line
from guantong.documents.plain import width, writable

CELL_LINE = 18.0
"""Points from line to line of 小四 in a cell."""

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BESIDE, OVER = 4, 2
MARGINS = (("top", OVER), ("left", BESIDE), ("bottom", OVER), ("right", BESIDE))
"""Points between a cell's words and its lines."""

SURE = 0.8
"""Of the lower of both pages' type areas: what a row may fill by estimate, so that head and other faces have room."""

ROUNDING = 0.5
"""Millimetres by which columns may sum to more than the type area."""


def is_wide(table: Table) -> bool:
    """Whether the columns need more than the upright type area."""
    return sum(column.mm for column in table.columns) > m.TYPE_WIDTH + ROUNDING


def table(document: Any, shown: Table) -> Any:
    """The table, its columns as wide as declared (squeezed in proportion when even a lying page is too narrow)."""
    made = document.add_table(rows=1, cols=len(shown.columns))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    _rule(made)
    _margins(made)
    widths = _widths(shown.columns)
    for column, mm in zip(made.columns, widths, strict=True):
        column.width = Mm(mm)
    _fill(made.rows[0], tuple(c.title for c in shown.columns), widths, shown.columns, head=True)
    for texts in shown.rows:
        _fill(made.add_row(), texts, widths, shown.columns, head=False)
    # A document may not end with a table, and two tables would grow together.
    line(document, spacing=m.SIZE_SMALL_5)
    return made


def _rule(made: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in SIDES:
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    made._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _margins(made: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, points in MARGINS:
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(points * DOTS))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _fits(texts: tuple[str, ...], widths: list[float]) -> bool:
    """Whether a row is surely lower than a page; one that is not may break, lest a program cut it off."""
    return max(map(_lines, texts, widths)) * CELL_LINE <= m.TYPE_WIDTH * m.POINTS_PER_MM * SURE


def _lines(text: str, mm: float) -> int:
    room = max(1, math.floor((mm * m.POINTS_PER_MM - 2 * BESIDE) / m.SIZE_SMALL_4) - 1)
    return sum(max(1, math.ceil(width(part) / room)) for part in writable(text).split("\n"))


def _fill(row: Any, texts: tuple[str, ...], widths: list[float], columns: tuple[Column, ...], *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    if head or _fits(texts, widths):
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text, mm, column in zip(row.cells, texts, widths, columns, strict=True):
        cell.width = Mm(mm)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        align = CENTER if head or column.centred else None
        look = m.TABLE_HEAD if head else m.TABLE_CELL
        line(cell, text, look, align=align, spacing=CELL_LINE, paragraph=cell.paragraphs[0])


def _widths(columns: tuple[Column, ...]) -> list[float]:
    total = sum(column.mm for column in columns)
    room = m.TYPE_WIDTH if total <= m.TYPE_WIDTH + ROUNDING else m.TYPE_HEIGHT
    share = min(1.0, room / total)
    return [column.mm * share for column in columns]
