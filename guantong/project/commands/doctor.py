"""`guantong doctor`: what is installed, reachable, missing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from guantong.project.doctor import Finding

COLOURS = {"正常": "green", "缺少": "bold red", "提示": "yellow"}


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    @app.command("doctor", help="检查装了什么、连得上什么、缺什么；缺少必需的东西时退出码为 1。")
    def doctor(
        form: Annotated[Format, typer.Option("--format", help="输出格式。")] = Format.TABLE,
    ) -> None:
        from guantong.project.doctor import Standing, examine

        findings = list(examine())
        if form is Format.JSON:
            typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
        else:
            _print_table(findings)
        if any(finding.standing is Standing.MISSING for finding in findings):
            raise typer.Exit(1)


def _print_table(findings: Sequence[Finding]) -> None:
    from rich.markup import escape
    from rich.table import Table

    from guantong.project.commands.tables import print_table

    table = Table()
    for heading in ("项目", "状态", "看到的", "怎么办"):
        table.add_column(heading, overflow="fold")
    for one in findings:
        colour = COLOURS[one.standing.value]
        standing = f"[{colour}]{one.standing.value}[/]"
        table.add_row(escape(one.subject), standing, escape(one.seen), escape(one.mend))
    print_table(table, markup=True)
