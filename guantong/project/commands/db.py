"""`guantong db`: the embedded PostgreSQL server by itself."""

from __future__ import annotations

import typer

from guantong.project import server
from guantong.project.engine import EngineError, embedded, var_folder


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="内置的 PostgreSQL：启动、停止、状态。", no_args_is_help=True)
    app.add_typer(group, name="db")

    @group.command("start", help="启动内置数据库并让它一直运行，直到 guantong db stop。")
    def start() -> None:
        _only_ours()
        started = server.start(var_folder(), to_stay=True)
        typer.echo("数据库已启动" if started else "数据库本来就在运行")

    @group.command("stop", help="停止内置数据库；正在使用它的连接会断开。")
    def stop() -> None:
        _only_ours()
        typer.echo("数据库已停止" if server.stop(var_folder()) else "数据库本来就没有运行")

    @group.command("status", help="内置数据库是否在运行；没有运行时退出码为 1。")
    def status() -> None:
        _only_ours()
        if not server.is_running(var_folder()):
            typer.echo("没有运行")
            raise typer.Exit(1)
        typer.echo(f"正在运行，套接字在 {server.socket_folder(var_folder())}")


def _only_ours() -> None:
    if not embedded():
        raise EngineError("DATABASE_URL 指定了别的数据库，这个命令只管内置的：请先去掉 DATABASE_URL")
