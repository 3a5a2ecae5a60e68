"""`guantong demo`: build the demo city, or build it anew."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    @app.command("demo", help="建立演示市；--reset 先清空全部业务数据再建。")
    def demo(
        reset: Annotated[bool, typer.Option("--reset", help="先删除全部业务数据。")] = False,
    ) -> None:
        from guantong.project.commands.django_ready import records

        with records():
            from guantong.demo.build import build_demo
            from guantong.demo.emptying import is_built

            stands = is_built() and not reset
            build_demo(reset=reset, progress=_say)
        typer.echo("演示市本来就有，没有改动；要清空重建：guantong demo --reset" if stands else "演示市已建好")


def _say(what: str, done: int, total: int) -> None:
    typer.echo(f"· {what}（{done}/{total}）")
