"""`guantong web`: the web server alone, for an installation whose parts are started apart."""

from __future__ import annotations

import os
from typing import Annotated

import typer

WORKERS = (os.cpu_count() or 1) + 1
"""Processes, each with one request at a time; one more than cores: it works while another waits for the disk."""


def register(app: typer.Typer) -> None:
    @app.command("web", help="只运行网站（数据库和后台任务另行启动）。Ctrl-C 停止。")
    def web(
        host: Annotated[str, typer.Option(envvar="HOST", help="监听的地址。")] = "127.0.0.1",
        port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535, help="监听的端口。")] = 8000,
        workers: Annotated[int, typer.Option(envvar="WEB_WORKERS", min=1, max=64, help="进程数。")] = WORKERS,
    ) -> None:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
        from granian import Granian
        from granian.constants import Interfaces
        from granian.log import LogLevels

        from guantong.project import engine

        with engine.running():
            Granian(
                "guantong.project.wsgi:application",
                address=host,
                port=port,
                interface=Interfaces.WSGI,
                workers=workers,
                blocking_threads=1,
                respawn_failed_workers=True,
                respawn_interval=0.5,
                workers_kill_timeout=10,
                log_level=LogLevels.error,
                websockets=False,
            ).serve()
