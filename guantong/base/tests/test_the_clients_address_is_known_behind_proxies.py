"""Who asks: the address that the trusted proxies saw, and never one that a sender claims."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from guantong.base.client_address import TrustedProxies, client_address
from guantong.base.refusals import Refusal

PROXY, CLIENT, CLAIMED = "10.0.0.5", "203.0.113.7", "198.51.100.1"


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        ("", f"{CLAIMED}, {CLIENT}", PROXY),
        ("0", CLIENT, PROXY),
        ("1", CLIENT, CLIENT),
        ("1", f"{CLAIMED}, {CLIENT}", CLIENT),
        ("2", f"{CLAIMED}, {CLIENT}, 10.0.0.9", CLIENT),
        ("2", CLIENT, CLIENT),
        ("1", "", PROXY),
        ("1", "unknown", PROXY),
        (PROXY, f"{CLAIMED}, {CLIENT}", CLIENT),
        ("10.0.0.0/24", f"{CLAIMED}, {CLIENT}, 10.0.0.9", CLIENT),
        ("10.0.0.99", CLIENT, PROXY),
        ("10.0.0.0/24", "10.0.0.9", "10.0.0.9"),
        (f"{PROXY},::1", "2001:db8::7", "2001:db8::7"),
        ("1", f"{CLIENT}:51234", CLIENT),
        ("1", "[2001:db8::7]:51234", "2001:db8::7"),
    ],
)
def test_the_address_is_the_one_that_the_last_trusted_proxy_saw(
    settings: Any, trusted: str, forwarded: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = TrustedProxies.read(trusted)
    asked = RequestFactory().get("/", REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(asked) == address


def test_the_server_that_has_no_address_of_its_client_says_nothing(settings: Any) -> None:
    settings.TRUSTED_PROXIES = TrustedProxies.read("1")
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) == ""


@pytest.mark.parametrize("wrong", ["-1", "nginx", "10.0.0.0/99", "1,2"])
def test_proxies_that_are_neither_a_number_nor_addresses_are_refused(wrong: str) -> None:
    with pytest.raises(Refusal, match="TRUSTED_PROXIES"):
        TrustedProxies.read(wrong)
