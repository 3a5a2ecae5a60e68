"""Work that nobody waits for: late matters, figures, seals, housekeeping. The queue reads schedules in UTC."""

from __future__ import annotations

from django.db import close_old_connections
from procrastinate import App

from guantong.audit.seals import seal_past_days
from guantong.figures.settle import settle
from guantong.matters.search import index_new_matters
from guantong.matters.services import follow_calendar, sweep_overdue
from guantong.project.housekeeping import keep_house


def on_app_ready(app: App) -> None:
    """Declare the periodic jobs."""

    @app.periodic(cron="* * * * *")
    @app.task(name="sweep_overdue", queueing_lock="sweep_overdue", pass_context=False)
    def _sweep(timestamp: int) -> None:
        close_old_connections()
        sweep_overdue()

    @app.periodic(cron="* * * * * */10")
    @app.task(name="follow_writes", queueing_lock="follow_writes", pass_context=False)
    def _follow(timestamp: int) -> None:
        close_old_connections()
        settle()
        index_new_matters()

    @app.periodic(cron="30 17 * * *")  # half past one at night in China
    @app.task(name="seal_past_days", queueing_lock="seal_past_days", pass_context=False)
    def _seal(timestamp: int) -> None:
        close_old_connections()
        seal_past_days()

    @app.periodic(cron="0 18 * * *")  # two o'clock at night in China
    @app.task(name="follow_the_calendar", queueing_lock="follow_the_calendar", pass_context=False)
    def _follow_the_calendar(timestamp: int) -> None:
        close_old_connections()
        follow_calendar()

    @app.periodic(cron="30 18 * * *")  # half past two at night in China
    @app.task(name="keep_house", queueing_lock="keep_house", pass_context=False)
    def _keep_house(timestamp: int) -> None:
        close_old_connections()
        keep_house()
