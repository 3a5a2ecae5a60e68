"""What commands over the records share: the database runs and Django is set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from guantong.project import engine


@contextmanager
def records() -> Iterator[None]:
    """Within the block the database runs, Django is set up, and the tables are there.

    Raises EngineError when the database cannot be reached or its tables are not up to date.
    """
    with database():
        from guantong.project.prepare import check_reachable, pending_migrations

        check_reachable()
        if pending_migrations():
            raise engine.EngineError("数据库的表还没有建好或不是最新：请运行 guantong migrate")
        yield


@contextmanager
def database() -> Iterator[None]:
    """Within the block our database server runs, and Django is set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    with engine.running():
        import django
        from django.db import connections

        django.setup()
        try:
            yield
        finally:
            connections.close_all()
