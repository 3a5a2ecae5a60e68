"""`guantong figures`: hold the roll-ups against the records."""

from __future__ import annotations

from typing import Annotated

import typer

from guantong.project.commands.django_ready import records


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="数字：校验汇总。", no_args_is_help=True)
    app.add_typer(group, name="figures")

    @group.command("verify", help="按记录重算每个汇总格；有一格不同就列出来，退出码为 1。")
    def verify(
        rebuild: Annotated[bool, typer.Option("--rebuild", help="先按记录全部重建。")] = False,
    ) -> None:
        with records():
            from guantong.figures import settle
            from guantong.figures.models import Cell

            if rebuild:
                typer.echo(f"重建了 {settle.rebuild()} 格")
            found = list(settle.differences())
            count = Cell.objects.count()
        for one in found:
            typer.echo(f"{one.figure}\t{one.region}\t{one.day}\t汇总 {one.cell}\t记录 {one.records}")
        if found:
            typer.echo(f"{count} 格中有 {len(found)} 格与记录不符：可运行 guantong figures verify --rebuild", err=True)
            raise typer.Exit(1)
        typer.echo(f"{count} 格汇总全部与记录相符")
