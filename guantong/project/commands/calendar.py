"""`guantong calendar`: days on which offices work or rest otherwise than the shipped calendar says."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from guantong.project.commands.django_ready import records

Day = Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="日期，如 2026-02-16。")]


def register(app: typer.Typer) -> None:
    group = typer.Typer(help="工作日历：登记放假或调休上班的一天，或者撤销。", no_args_is_help=True)
    app.add_typer(group, name="calendar")

    @group.command("adopt", help="登记一天上班或休息；正在计时的时限随即重算，记入台账。")
    def adopt(
        day: Day,
        works: Annotated[bool, typer.Option("--work/--off", help="上班，或者休息。")],
        basis: Annotated[str, typer.Option(help="依据的文件。")],
    ) -> None:
        with records():
            from guantong.accounts.actors import SYSTEM_ACTOR
            from guantong.deadlines.calendar import adopt_calendar_day

            adopt_calendar_day(day=day.date(), works=works, source=basis, actor=SYSTEM_ACTOR)
            moved = _follow()
        typer.echo(f"已登记{day:%Y-%m-%d}{'上班' if works else '休息'}：重算了 {moved} 项时限")

    @group.command("withdraw", help="撤销登记过的一天；正在计时的时限随即重算，记入台账。")
    def withdraw(day: Day) -> None:
        with records():
            from guantong.accounts.actors import SYSTEM_ACTOR
            from guantong.deadlines.calendar import withdraw_calendar_day

            withdraw_calendar_day(day=day.date(), actor=SYSTEM_ACTOR)
            moved = _follow()
        typer.echo(f"已撤销{day:%Y-%m-%d}的调整：重算了 {moved} 项时限")


def _follow() -> int:
    from guantong.matters.services import follow_calendar

    return follow_calendar()
