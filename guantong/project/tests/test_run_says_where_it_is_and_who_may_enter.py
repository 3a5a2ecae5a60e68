"""What `guantong run` takes from the environment, and what it prints when it is ready."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from typer.testing import CliRunner

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.accounts.services import register_person
from guantong.demo.accounts import ACCOUNTS
from guantong.project import serve
from guantong.project.cli import app
from guantong.project.serve import Address


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `run` hands to the server, which is not started."""
    seen: list[Any] = []
    monkeypatch.setattr(serve, "serve", lambda address, *, demo: seen.append((address, demo)) or 0)
    monkeypatch.delenv("HOST", raising=False)
    monkeypatch.delenv("PORT", raising=False)
    return seen


@pytest.mark.parametrize(
    ("environment", "options", "address"),
    [
        ({}, [], Address("127.0.0.1", 8000)),
        ({"HOST": "0.0.0.0", "PORT": "8431"}, [], Address("0.0.0.0", 8431)),
        ({"HOST": "0.0.0.0"}, ["--host", "10.0.0.5"], Address("10.0.0.5", 8000)),
    ],
)
def test_it_listens_where_host_and_port_say(
    asked: list[Any], environment: dict[str, str], options: list[str], address: Address
) -> None:
    assert CliRunner(env=environment).invoke(app, ["run", "--demo", *options]).exit_code == 0
    assert asked == [(address, True)]


def test_whoever_listens_to_the_network_answers_to_this_machines_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    monkeypatch.setattr(serve, "own_addresses", lambda: {"192.168.1.8"})
    by_network = serve.environment(Address("0.0.0.0", 8000))["ALLOWED_HOSTS"].split(",")
    assert {"127.0.0.1", "localhost", socket.gethostname(), "192.168.1.8"} <= set(by_network)
    assert "192.168.1.8" not in serve.environment(Address("127.0.0.1", 8000))["ALLOWED_HOSTS"].split(",")


def test_hosts_that_are_given_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "rd.example.cn")
    assert serve.environment(Address("0.0.0.0", 8000))["ALLOWED_HOSTS"] == "rd.example.cn"


@pytest.mark.django_db
def test_the_demo_citys_accounts_are_printed_with_their_passwords(capsys: pytest.CaptureFixture[str]) -> None:
    account = ACCOUNTS[0]
    register_person(username=account.username, name="某某", password=account.password, actor=SYSTEM_ACTOR)
    serve._greet(Address("0.0.0.0", 8431))
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8431/" in said
    assert f"{account.username} / {account.password}" in said
    assert account.title in said
    assert ACCOUNTS[1].username not in said, "only accounts that are there"


@pytest.mark.django_db
def test_an_installation_without_the_demo_prints_none(capsys: pytest.CaptureFixture[str]) -> None:
    serve._greet(Address("127.0.0.1", 8000))
    assert ACCOUNTS[0].password not in capsys.readouterr().out
