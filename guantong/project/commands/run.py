"""`guantong run`: database, web and worker together, until Ctrl-C."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    @app.command("run", help="启动数据库、网站和后台任务，直到 Ctrl-C；一并停止自己启动的一切。")
    def run(
        host: Annotated[str, typer.Option(envvar="HOST", help="监听的地址。")] = "127.0.0.1",
        port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="监听的端口。")] = 8000,
        demo: Annotated[bool, typer.Option("--demo", help="数据库是空的时，建立演示市。")] = False,
    ) -> None:
        from guantong.project.serve import Address, serve

        raise typer.Exit(serve(Address(host, port), demo=demo))
