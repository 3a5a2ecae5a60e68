"""DATABASE_URL is read as PostgreSQL's own tools read it; without it the project's own server is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from guantong.project.engine import PREPARED, EngineError, database_settings, embedded
from guantong.project.server import SOCKET, SOCKET_LIMIT, socket_folder


def _settings(monkeypatch: pytest.MonkeyPatch, url: str) -> dict[str, object]:
    monkeypatch.setenv("DATABASE_URL", url)
    return database_settings(Path("/nowhere"))


def test_every_part_of_the_address_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _settings(monkeypatch, "postgresql://wei:p%40ss@db.example:5433/baise?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("wei", "p@ss", "db.example")
    assert (found["PORT"], found["NAME"]) == ("5433", "baise")
    assert found["OPTIONS"] == {**PREPARED, "sslmode": "require"}


def test_a_socket_folder_may_be_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _settings(monkeypatch, "postgres:///baise?host=/run/postgresql")
    assert found["HOST"] == "/run/postgresql"
    assert found["OPTIONS"] == PREPARED


@pytest.mark.parametrize(
    "url",
    ["sqlite:///db", "postgresql://host", "postgresql://host:port/x", "mysql://a/b", "nonsense", "postgresql://[::1/x"],
)
def test_another_address_is_refused_with_its_form(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(EngineError, match="DATABASE_URL"):
        _settings(monkeypatch, url)


@pytest.mark.parametrize("value", [None, ""])
def test_without_an_address_it_is_our_own_server(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv("DATABASE_URL", raising=False)
    else:
        monkeypatch.setenv("DATABASE_URL", value)
    assert embedded()
    assert database_settings(Path("/here/var"))["HOST"] == "/here/var/postgres"


def test_a_path_too_long_for_a_socket_gets_a_short_one() -> None:
    deep = Path("/" + "长" * 40)
    folder = socket_folder(deep)
    assert not folder.is_relative_to(deep)
    assert len(str(folder / SOCKET).encode()) <= SOCKET_LIMIT
    assert folder == socket_folder(deep)
    assert folder != socket_folder(deep / "other")
