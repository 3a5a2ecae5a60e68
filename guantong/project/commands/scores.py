"""`guantong scores`: hold the score sheets against the records."""

from __future__ import annotations

import typer

from guantong.project.commands.django_ready import records


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="评分：校验评分表。", no_args_is_help=True)
    app.add_typer(group, name="scores")

    @group.command("verify", help="按记录从头重算每张已计算的评分表；有一处不同就列出来，退出码为 1。")
    def verify() -> None:
        with records():
            from guantong.appraisals.models import ScoreLine
            from guantong.appraisals.selectors.sheets import computed_sheets
            from guantong.appraisals.selectors.verification import faults

            sheets = list(computed_sheets())
            found = [fault for sheet in sheets for fault in faults(sheet)]
            lines = ScoreLine.objects.filter(sheet__in=sheets).count()
        for one in found:
            typer.echo(f"{one.sheet.title}\t{one.what}")
        if found:
            typer.echo(f"{len(sheets)} 张评分表中有 {len(found)} 处对不上", err=True)
            raise typer.Exit(1)
        typer.echo(f"{len(sheets)} 张评分表、{lines} 行得分从头重算全部相同")
