"""Findings about the database, what is in it, and who works on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from guantong.base.refusals import Refusal
from guantong.kernel.calendars import standard_notices
from guantong.project import server
from guantong.project.doctor.finding import Finding, good, hint, missing
from guantong.project.doctor.personal_data import sealed_texts
from guantong.project.engine import EngineError, embedded, var_folder

LATE_HEARTBEAT = timedelta(minutes=2)
MANY_MARKS = 10_000


def database_findings() -> Iterator[Finding]:
    """The database's findings; the later ones only when the earlier are good."""
    yield _workday_table()
    try:
        from guantong.project.commands.django_ready import database

        ran = embedded() and server.is_running(var_folder())
        with database():
            yield from _of_server(ran)
    except EngineError as error:
        yield missing("数据库", str(error), "检查 DATABASE_URL" if not embedded() else "make setup")
    except (Refusal, ValueError, OSError) as error:
        yield missing("设置", " ".join(str(error).split()), "检查环境变量和 var 文件夹的权限")


def _workday_table() -> Finding:
    open_years = [str(notice.year) for notice in standard_notices() if not notice.published]
    if open_years:
        seen = f"{'、'.join(open_years)} 年放假安排尚未公布，跨到该年的时限是暂定的"
        return hint("工作日历", seen, "公布后更新软件，时限会重新计算")
    return good("工作日历", f"到 {standard_notices()[-1].year} 年")


def _of_server(ran: bool) -> Iterator[Finding]:
    from django.db import connection

    from guantong.project.prepare import check_reachable, pending_migrations, server_version

    check_reachable()
    kind = ("内置" + ("" if ran else "，为本次检查而启动")) if embedded() else "DATABASE_URL"
    version = "{}.{}".format(*server_version())
    yield good("数据库", f"PostgreSQL {version}（{kind}），库名 {connection.settings_dict['NAME']}")
    yield _encoding()
    pending = pending_migrations()
    if pending:
        yield missing("数据库的表", f"{len(pending)} 项更新还没有做", "guantong migrate")
        return
    yield good("数据库的表", "是最新的")
    yield _demo_city()
    yield _worker()
    yield _marks()
    yield sealed_texts()


def _encoding() -> Finding:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
        encoding = str(cursor.fetchone()[0])
    if encoding != "UTF8":
        return missing("数据库编码", encoding, "用 CREATE DATABASE … ENCODING 'UTF8' 另建一个库")
    return good("数据库编码", encoding)


def _demo_city() -> Finding:
    from guantong.matters.models import Matter
    from guantong.regions.models import Region

    regions = Region.objects.count()
    if not regions:
        return hint("演示市", "没有数据", "guantong demo")
    return good("演示市", f"{regions} 个行政区域，{Matter.objects.count()} 件事项")


def _worker() -> Finding:
    from procrastinate.contrib.django.models import ProcrastinateWorker

    from guantong.base.now import now

    last = ProcrastinateWorker.objects.order_by("-last_heartbeat").first()
    if last is None or now() - last.last_heartbeat > LATE_HEARTBEAT:
        return hint("后台任务", "没有在运行", "make run（或单独运行 guantong worker）")
    return good("后台任务", f"{int((now() - last.last_heartbeat).total_seconds())} 秒前有心跳")


def _marks() -> Finding:
    from guantong.figures.models import Mark

    waiting = Mark.objects.count()
    if waiting > MANY_MARKS:
        return hint("待汇总", f"{waiting} 处", "guantong worker  # 检查后台任务是否在运行")
    return good("待汇总", f"{waiting} 处")
