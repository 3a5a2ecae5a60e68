"""Lists of past suggestions as an office keeps them, made for the tests."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook

HEADINGS = ("编 号", "建议名称\n（案由）", "领衔代表", "附议人", "主办单位", "协办单位", "类别", "提出时间", "交办时间",
            "答复时间", "答复类别", "满意度", "备注")  # fmt: skip
TITLE = "乐业县２０２４年代表建议办理情况表"


def line(number: Any = "1", title: str = "关于修缮水渠的建议", lead: str = "黄国安", **more: Any) -> list[Any]:
    """One line of the list; `more` are its other cells by their place in HEADINGS: unit, submitted…"""
    cells: Mapping[str, Any] = {
        "signers": None, "unit": "县水利局", "co_units": None, "subject": "水利", "submitted": "2024年3月5日",
        "handed": "2024.3.12", "replied": "６月１日", "category": "A", "grade": "满意", "note": None, **more,
    }  # fmt: skip
    return [number, title, lead, *cells.values()]


def workbook(
    lines: Sequence[Sequence[Any]],
    *,
    headings: Sequence[Any] = HEADINGS,
    merged: Sequence[str] = (),
    title: str = TITLE,
    more: Mapping[str, Sequence[Sequence[Any]]] | None = None,
) -> bytes:
    """An .xlsx: a merged title row, an empty one, the header in row 3, then the lines; `more` are further sheets."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([title], [], list(headings), *map(list, lines), [None] * 3, [" "]):
        sheet.append(row)
    sheet.merge_cells("A1:M1")
    for cells in merged:
        sheet.merge_cells(cells)
    for name, rows in (more or {}).items():
        other = book.create_sheet(name)
        for row in rows:
            other.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
