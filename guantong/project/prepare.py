"""Bringing an installation up to date: database, tables, static files, demo city."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from guantong.project.engine import EngineError

OLDEST = 15
"""The oldest PostgreSQL that the project is tested with."""

Say = Callable[[str], None]


def prepare(*, say: Say, demo: bool) -> None:
    """Create the database, bring tables and static files up to date; with `demo`, fill an empty one.

    Raises EngineError when the database cannot be had.
    """
    create_database(say=say)
    check_reachable()
    migrate(say=say)
    collect_static(say=say)
    if demo:
        load_demo_if_empty(say=say)


def check_reachable() -> None:
    """Raises EngineError, with the reason, unless the database answers and is new enough."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise EngineError(f"连不上数据库：{_reason(error)}") from error
    major, _ = server_version()
    if major < OLDEST:
        raise EngineError(f"需要 PostgreSQL {OLDEST} 或更新版本，现在是 {major}")


def server_version() -> tuple[int, int]:
    """The database server's major and minor version."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return divmod(int(cursor.fetchone()[0]), 10000)


def _reason(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def create_database(*, say: Say) -> None:
    """Create the database when its server is there but it is not; anything else is left to the check."""
    name = connection.settings_dict["NAME"]
    try:
        connection.ensure_connection()
    except OperationalError as error:
        if f'database "{name}" does not exist' not in str(error):
            return
        say(f"建立数据库 {name}")
        # Django's own way to the maintenance database, as its test runner takes it.
        with connection._nodb_cursor() as cursor:
            quoted = connection.ops.quote_name(name)
            # SQL: the name is quoted, and a database's name cannot be a parameter
            cursor.execute(f"CREATE DATABASE {quoted} TEMPLATE template0 ENCODING 'UTF8'")


def pending_migrations() -> list[str]:
    """Migrations that the code has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate(*, say: Say) -> None:
    """Apply what is pending."""
    pending = pending_migrations()
    if pending:
        say(f"更新数据库的表（{len(pending)} 项）")
        call_command("migrate", database=DEFAULT_DB_ALIAS, interactive=False, verbosity=0)


def collect_static(*, say: Say) -> None:
    """Gather and compress the static files when any of them changed."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name} {status.st_size} {status.st_mtime_ns}".encode())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    say("整理静态文件")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(digest.hexdigest())


def load_demo_if_empty(*, say: Say) -> None:
    """Build the demo city when no region is on record."""
    from guantong.regions.models import Region

    if Region.objects.exists():
        return
    from guantong.demo.build import build_demo

    say("建立演示市（百色市及十二个县级单位，人名和内容均为虚构）")
    build_demo(progress=lambda what, done, total: say(f"  {what}（{done}/{total}）"))
