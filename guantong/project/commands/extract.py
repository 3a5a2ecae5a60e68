"""`guantong extract`: the figures of a narrative Chinese text, one a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from guantong.extraction import Figure

COLUMNS = ("start", "end", "text", "value", "unit", "approx", "object", "indicator", "county")
HEADINGS = ("位置", "原文", "数值", "单位", "约数", "对象", "指标", "县区")


class Format(StrEnum):
    JSONL = "jsonl"
    TABLE = "table"


def register(app: typer.Typer) -> None:
    @app.command("extract", help="从中文叙述文字里找出数字：每行一个 JSON 对象，或一张表。")
    def extract(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="UTF-8 文本文件；- 表示标准输入。")],
        form: Annotated[Format, typer.Option("--format", help="输出格式。")] = Format.JSONL,
    ) -> None:
        from guantong.extraction import extract as find_figures
        from guantong.project.commands.text_file import read_text

        figures = find_figures(read_text(file))
        if form is Format.TABLE:
            _print_table(figures)
        else:
            _print_lines(figures)


def _print_lines(figures: Sequence[Figure]) -> None:
    for figure in figures:
        whole = figure.as_dict()
        typer.echo(json.dumps({name: whole[name] for name in COLUMNS}, ensure_ascii=False))


def _print_table(figures: Sequence[Figure]) -> None:
    from rich.table import Table

    from guantong.project.commands.tables import print_table

    table = Table(*HEADINGS, title=f"共 {len(figures)} 个数字")
    for one in figures:
        table.add_row(
            f"{one.start}–{one.end}",
            one.text,
            f"{one.value}",
            one.unit,
            "是" if one.approx else "",
            one.object or "",
            one.indicator or "",
            one.county or "",
        )
    print_table(table)
