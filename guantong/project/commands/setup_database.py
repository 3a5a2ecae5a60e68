"""`guantong setup-database`: create, migrate, collect static files, with --demo fill."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    @app.command("setup-database", help="准备数据库：建库、建表、整理静态文件；加 --demo 时给空库建立演示市。")
    def setup_database(
        demo: Annotated[bool, typer.Option("--demo", help="数据库是空的时，建立演示市。")] = False,
    ) -> None:
        from guantong.project.commands.django_ready import database

        with database():
            from guantong.project.prepare import prepare

            prepare(say=_say, demo=demo)
        typer.echo("· 准备好了：make run 启动，.venv/bin/guantong --help 列出命令")


def _say(words: str) -> None:
    typer.echo(f"· {words}")
