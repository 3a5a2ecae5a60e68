"""Whoever listens to the network answers to every address of the machine, and to no other name."""

from __future__ import annotations

import socket

import pytest

from guantong.project.own_addresses import own_addresses
from guantong.project.serve import Address, environment


def test_the_loopback_address_is_among_them() -> None:
    found = own_addresses()
    assert "127.0.0.1" in found
    for address in found:
        with socket.socket() as trial:
            trial.bind((address, 0))  # only an address of this machine can be bound


def test_a_server_for_the_network_answers_to_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    named = set(environment(Address("0.0.0.0", 8000))["ALLOWED_HOSTS"].split(","))
    assert own_addresses() <= named
    assert "*" not in named


def test_a_server_for_this_machine_alone_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    named = set(environment(Address("127.0.0.1", 8000))["ALLOWED_HOSTS"].split(","))
    assert not (own_addresses() - {"127.0.0.1"}) & named
