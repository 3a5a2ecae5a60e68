"""`guantong migrate`: create the database if need be and bring its tables up to date."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    @app.command("migrate", help="建立数据库（如果没有），并把表更新到最新。")
    def migrate() -> None:
        from guantong.project.commands.django_ready import database

        with database():
            from guantong.project import prepare

            prepare.create_database(say=typer.echo)
            prepare.check_reachable()
            prepare.migrate(say=typer.echo)
        typer.echo("数据库的表是最新的")
