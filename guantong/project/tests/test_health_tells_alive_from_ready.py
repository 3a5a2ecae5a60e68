"""/healthz answers as long as the process does; /readyz only when the database does, with its tables."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from guantong.project import health


def test_alive_asks_no_database(client: Client) -> None:
    # without the `db` mark any query would fail
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_ready_with_every_table(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_migrated", False)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "missing": None})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_migrated", False)
    monkeypatch.setattr(health, "pending_migrations", lambda: ["matters.0009"])
    answer = health.readyz(RequestFactory().get("/readyz"))
    assert answer.status_code == 503
    assert b"migrations" in answer.content


@pytest.mark.django_db
def test_not_ready_without_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> list[str]:
        raise OperationalError("gone")

    monkeypatch.setattr(health, "_migrated", False)
    monkeypatch.setattr(health, "pending_migrations", fail)
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    answer = health.readyz(RequestFactory().get("/readyz"))
    assert answer.status_code == 503
    assert b"database" in answer.content


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
