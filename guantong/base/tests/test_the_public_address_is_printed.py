"""PUBLIC_ADDRESS: how it is read, and what is made of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from guantong.base.public_address import opens_nowhere_else, public_url, read_public_address
from guantong.base.refusals import Refusal


@pytest.mark.parametrize("wrong", ["rd.example.cn", "ftp://rd.example.cn", "https://", "https://rd.example.cn/gt/"])
def test_an_address_that_is_none_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(Refusal, match="PUBLIC_ADDRESS 应写成"):
        read_public_address(wrong)


def test_the_address_is_read_without_its_last_slash() -> None:
    assert read_public_address("https://rd.example.cn/") == "https://rd.example.cn"
    assert read_public_address("") == ""


def test_a_path_is_printed_under_the_public_address_whatever_host_was_asked(settings: Any) -> None:
    asked = RequestFactory().get("/", HTTP_HOST="127.0.0.1:8000")
    settings.PUBLIC_ADDRESS = "https://rd.example.cn"
    assert public_url(asked, "/c/1/") == "https://rd.example.cn/c/1/"
    settings.PUBLIC_ADDRESS = ""
    assert public_url(asked, "/c/1/") == "http://127.0.0.1:8000/c/1/"


@pytest.mark.parametrize(
    ("url", "only_here"),
    [
        ("http://127.0.0.1:8000/c/1/", True),
        ("http://localhost:8000/c/1/", True),
        ("http://[::1]:8000/c/1/", True),
        ("http://192.168.1.8:8000/c/1/", False),
        ("https://rd.example.cn/c/1/", False),
    ],
)
def test_a_loopback_address_opens_on_no_phone(url: str, only_here: bool) -> None:
    assert opens_nowhere_else(url) is only_here
