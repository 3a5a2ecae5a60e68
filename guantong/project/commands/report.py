"""`guantong report`: the half-year report of a county, or of the city with its counties."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from guantong.project.commands.django_ready import records


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    @app.command("report", help="由台账记录生成一个县（市、区）或全市的统计报告。")
    def report(
        region: Annotated[str, typer.Option(help="区划代码，如 451028。")],
        period: Annotated[str, typer.Option(help="统计期，如 2025H1、2025Q3、2025-06、2025。")],
        form: Annotated[Format, typer.Option("--format", help="输出格式。")] = Format.TEXT,
    ) -> None:
        with records():
            from guantong.figures.asked import period_of
            from guantong.figures.report import half_year
            from guantong.figures.report_text import as_text
            from guantong.regions.selectors import region_by_code

            asked = period_of(period)
            made = half_year(region_by_code(region), asked)
            if form is Format.JSON:
                typer.echo(json.dumps(made.as_dict(), ensure_ascii=False, indent=2))
            else:
                typer.echo(as_text(made))
