"""Whether the demo city can be built here, knowing its database, and emptying it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from guantong.accounts.models import Person
from guantong.audit.guard import lift_guard, restore_guard
from guantong.base.now import today
from guantong.base.refusals import NotNow
from guantong.deadlines import calendar
from guantong.demo.accounts import ACCOUNTS
from guantong.opinions import codebook
from guantong.regions import rulebook
from guantong.regions.models import Region

PATIENCE = "10s"
"""How long to wait for others to let go of the tables."""


def is_built() -> bool:
    """Whether this database holds the demo city: its system administrator is there."""
    return Person.objects.filter(username=ACCOUNTS[-1].username, name=ACCOUNTS[-1].name).exists()


def refuse_foreign_records() -> None:
    """Raises NotNow for a database in use that is not the demo's, so that nobody's records are lost or mixed."""
    if not is_built() and (Person.objects.exists() or Region.objects.exists()):
        raise NotNow(_("数据库里已有不属于演示市的记录，不能在其中建立演示市。请另用一个空的数据库。"))


def refuse_early_clock(earliest: date) -> None:
    """Raises NotNow while the machine's clock is before `earliest`: what is told would lie in the future."""
    if today() < earliest:
        words = {"today": today().isoformat(), "earliest": earliest.isoformat()}
        raise NotNow(_("这台机器的日期是%(today)s，早于演示市里的事情（%(earliest)s起）。请先校准时间。") % words)


def empty() -> None:
    """Remove every record of ours at once, and when that is committed, every uploaded file.

    The ledger's guard is lifted for it, and nowhere else. Raises NotNow when others hold the tables for too long.
    """
    try:
        with connection.cursor() as cursor:
            # Keys that wait to be checked would hold the tables until the end of the transaction.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            # SQL: our own constant, and our own tables' names quoted
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
            lift_guard()
            # SQL: as above
            cursor.execute(f"TRUNCATE {own_tables()} RESTART IDENTITY CASCADE")
            restore_guard()
    except OperationalError as error:
        raise NotNow(_("有别的进程正在使用数据库，无法清空。请先停止网站和后台任务。")) from error
    rulebook.forget()
    codebook.forget()
    calendar.forget()
    transaction.on_commit(_remove_files)


def own_tables() -> str:
    """The names of all our tables, as a statement lists them."""
    tables = sorted({m._meta.db_table for m in apps.get_models() if _ours(m._meta.app_label)})
    return ", ".join(connection.ops.quote_name(table) for table in tables)


def _ours(app_label: str) -> bool:
    return any(app_label in layer for layer in settings.LAYERS) or app_label in ("sessions", "axes")


def _remove_files() -> None:
    shutil.rmtree(Path(settings.MEDIA_ROOT), ignore_errors=True)
