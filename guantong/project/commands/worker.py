"""`guantong worker`: does the queued and the periodic work."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import typer

if TYPE_CHECKING:
    from procrastinate.contrib.django.django_connector import DjangoConnector

CONCURRENCY = 2
"""Jobs at a time."""


def register(app: typer.Typer) -> None:
    @app.command("worker", help="运行后台任务：到期检查、数字汇总、台账封存。Ctrl-C 停止。")
    def worker() -> None:
        from guantong.project.commands.django_ready import records

        with records():
            from procrastinate.contrib.django import app as jobs

            # the connector of Django's own connection cannot wait for news; this is its twin that can
            connector = cast("DjangoConnector", jobs.connector).get_worker_connector()
            with jobs.replace_connector(connector) as ready:
                ready.run_worker(concurrency=CONCURRENCY)
