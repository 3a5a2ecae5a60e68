"""`guantong reconcile`: hold the numbers of a report against the records."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from guantong.project.commands.django_ready import records
from guantong.project.commands.tables import print_table
from guantong.project.commands.text_file import read_text

if TYPE_CHECKING:
    from guantong.figures.reconcile import Reconciliation
    from guantong.regions.models import Region


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    @app.command("reconcile", help="逐一核对报告里的数字与台账记录：相符、不符、无记录、口径不同、无法核对。")
    def reconcile(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="UTF-8 文本文件；- 表示标准输入。")],
        region: Annotated[str, typer.Option(help="区划代码，如 451000。")],
        period: Annotated[str, typer.Option(help="统计期，如 2025H1、2025Q3、2025-06、2025。")],
        form: Annotated[Format, typer.Option("--format", help="输出格式。")] = Format.TABLE,
    ) -> None:
        text = read_text(file)
        with records():
            from guantong.figures.asked import period_of
            from guantong.figures.reconcile import reconcile as hold
            from guantong.regions.selectors import region_by_code

            asked = period_of(period)
            result = hold(text, region=_county_or_city(region_by_code(region)), period=asked)
            if form is Format.JSON:
                typer.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=2))
            else:
                _print_table(result)


def _county_or_city(region: Region) -> Region:
    """The region itself. Raises BadInput below the county: a report is of a county, or of a city with its counties."""
    from guantong.base.refusals import BadInput
    from guantong.regions.models import Level

    if region.level not in (Level.CITY, Level.COUNTY):
        its_county = f"{region.name}是{region.get_level_display()}，请用它所属县的代码 {region.code[:6]}"
        raise BadInput({"region": f"报告按县或市核对：{its_county}"})
    return region


def _print_table(result: Reconciliation) -> None:
    from rich.table import Table

    table = Table("报告", "指标", "区划", "结论", "记录", "说明", title=_title(result))
    for item in result.items:
        region = item.region.name if item.region else item.figure.county or ""
        explanation = item.explanation + item.inner
        table.add_row(
            item.figure.text, item.indicator_name, region, item.verdict.label, item.recorded_words, explanation
        )
    print_table(table)


def _title(result: Reconciliation) -> str:
    counts = "，".join(f"{verdict.label} {count}" for verdict, count in result.summary.items())
    return f"{result.region.name} {result.period.label_zh()}：{counts}"
