"""`guantong worker`: does the queued and the periodic work."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import typer

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.contrib.django.django_connector import DjangoConnector

CONCURRENCY = 2
"""Jobs at a time."""

DONE_JOBS = "successful"
"""Which finished jobs leave the queue at once: there are some ten thousand a day. Those that failed stay."""


def register(app: typer.Typer) -> None:
    @app.command("worker", help="运行后台任务：到期检查、数字汇总、台账封存。Ctrl-C 停止。")
    def worker() -> None:
        from guantong.project.commands.django_ready import records

        with records():
            from procrastinate.contrib.django import app as jobs

            # the connector of Django's own connection cannot wait for news; this is its twin that can
            connector = cast("DjangoConnector", jobs.connector).get_worker_connector()
            with jobs.replace_connector(connector) as ready:
                work_off(ready)


def work_off(jobs: App, *, wait: bool = True) -> None:
    """Do the jobs of the queue until told to stop, or without `wait` until none is left."""
    jobs.run_worker(concurrency=CONCURRENCY, delete_jobs=DONE_JOBS, wait=wait)
