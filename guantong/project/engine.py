"""The database: the one that DATABASE_URL names, else a PostgreSQL server of the project's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from guantong.project import server
from guantong.project.server import EngineError

__all__ = ["EngineError", "database_settings", "embedded", "running", "var_folder"]

OWN_NAME = "guantong"
ROOT = Path(__file__).resolve().parent.parent.parent

PREPARED = {"server_side_binding": True, "prepare_threshold": 3}
"""Statements are prepared once per connection: planning the hot ones costs more than running them."""


def var_folder() -> Path:
    """Where an installation keeps what it makes: GUANTONG_VAR, else `var` beside the code."""
    return Path(os.environ.get("GUANTONG_VAR") or ROOT / "var").absolute()


def embedded() -> bool:
    """Whether the database is the project's own server."""
    return not os.environ.get("DATABASE_URL")


def database_settings(var: Path) -> dict[str, Any]:
    """Django's DATABASES entry. Raises EngineError for a DATABASE_URL that is not PostgreSQL's."""
    url = os.environ.get("DATABASE_URL")
    own: dict[str, Any] = {"HOST": str(server.socket_folder(var)), "NAME": OWN_NAME, "USER": "postgres"}
    place = _from_url(url) if url else own
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
        "TEST": {"NAME": os.environ.get("GUANTONG_TEST_DB", "test_guantong"), "TEMPLATE": "template0"},
        **place,
        "OPTIONS": {**PREPARED, **place.get("OPTIONS", {})},
    }


@contextmanager
def running() -> Iterator[None]:
    """The database server runs within the block: ours is started if need be, another's is left alone.

    Raises EngineError when ours cannot be started.
    """
    if not embedded():
        yield
        return
    with server.in_use(var_folder()):
        yield


def _from_url(url: str) -> dict[str, Any]:
    wrong = EngineError("DATABASE_URL 应写成 postgresql://用户:密码@主机:端口/库名")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise wrong from error
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise wrong
    query = parse_qs(parts.query)
    options = {key: values[0] for key, values in query.items() if key != "host"}
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [unquote(parts.hostname or "")])[0],
        "PORT": str(port or ""),
        "OPTIONS": options,
    }
