"""Cells of a table joined with the heads of their columns."""

from collections.abc import Mapping, Sequence
from typing import Any

Cell = Mapping[str, Any]


def table_context(table: Mapping[str, Any]) -> dict[str, object]:
    """Return the context of base/_table.html: the table, and its rows as pairs of column and cell."""
    columns: Sequence[Cell] = table["columns"]
    rows = [[(column, _cell(value)) for column, value in zip(columns, row, strict=True)] for row in table["rows"]]
    return {"table": table, "rows": rows}


def _cell(value: object) -> Cell:
    return value if isinstance(value, Mapping) else {"text": value}
