"""Number and secret open the page of an opinion; nothing else does."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guantong.base.client_address import TrustedProxies
from guantong.opinions.models import Opinion
from guantong.opinions.receipts import grouped, secret_of
from guantong.portal import guessing
from guantong.portal.models import FailedLookup

pytestmark = pytest.mark.django_db
WRONG = "对不上"


def _ask(phone: Client, number: str, secret: str, **more: Any) -> Any:
    return phone.post(reverse("portal:follow"), {"number": number, "secret": secret}, **more)


@pytest.mark.parametrize("write", [str, grouped, str.lower, lambda s: " ".join(s), lambda s: s.translate(FULL_WIDTH)])
def test_it_is_read_however_it_is_copied(phone: Client, opinion_a: Opinion, write: Callable[[str], str]) -> None:
    answer = _ask(phone, write(opinion_a.receipt), write(secret_of(opinion_a.pk)))
    assert (answer.status_code, answer["Location"]) == (303, reverse("portal:followed", args=[opinion_a.pk]))
    assert opinion_a.body in phone.get(answer["Location"]).content.decode()


FULL_WIDTH = {n: n + 0xFEE0 for n in range(0x21, 0x7F)}


def test_unknown_number_and_wrong_secret_are_told_alike(phone: Client, opinion_a: Opinion) -> None:
    unknown = _ask(phone, "0000000000", secret_of(opinion_a.pk))
    wrong = _ask(phone, opinion_a.receipt, "00000000")
    assert unknown.status_code == wrong.status_code == 422
    assert WRONG in unknown.content.decode()
    assert WRONG in wrong.content.decode()
    assert "receipts" not in phone.cookies


@pytest.mark.parametrize("typed", ["", "\x00", "😀", "'; DROP TABLE", "A" * 10_000, "\u202e", "零"])
def test_a_foolish_receipt_is_never_a_failure_of_ours(phone: Client, opinion_a: Opinion, typed: str) -> None:
    answer = _ask(phone, typed, typed)
    assert answer.status_code == 422


def test_after_ten_failures_a_number_rests_for_an_hour(
    phone: Client, opinion_a: Opinion, opinion_b: Opinion, later: Any
) -> None:
    for _ in range(guessing.FAILURES_PER_PAIR):
        assert _ask(phone, opinion_a.receipt, "00000000").status_code == 422
    right = secret_of(opinion_a.pk)
    refused = _ask(phone, opinion_a.receipt, right)
    assert refused.status_code == 429
    assert "一小时后再试" in refused.content.decode()
    assert _ask(phone, opinion_b.receipt, secret_of(opinion_b.pk)).status_code == 303
    with later(minutes=61):
        assert _ask(phone, opinion_a.receipt, right).status_code == 303


def test_a_stranger_who_tries_a_number_does_not_lock_its_owner_out(phone: Client, opinion_a: Opinion) -> None:
    for _ in range(guessing.FAILURES_PER_PAIR):
        _ask(phone, opinion_a.receipt, "00000000", REMOTE_ADDR="198.51.100.1")
    right = secret_of(opinion_a.pk)
    assert _ask(phone, opinion_a.receipt, right, REMOTE_ADDR="198.51.100.1").status_code == 429
    assert _ask(phone, opinion_a.receipt, right, REMOTE_ADDR="203.0.113.7").status_code == 303


def test_behind_a_proxy_each_client_counts_for_itself(phone: Client, opinion_a: Opinion, settings: Any) -> None:
    settings.TRUSTED_PROXIES = TrustedProxies.read("1")
    for _ in range(guessing.FAILURES_PER_ADDRESS):
        _ask(phone, opinion_a.receipt, "00000000", HTTP_X_FORWARDED_FOR="198.51.100.1")
    right = secret_of(opinion_a.pk)
    assert _ask(phone, opinion_a.receipt, right, HTTP_X_FORWARDED_FOR="198.51.100.1").status_code == 429
    assert _ask(phone, opinion_a.receipt, right, HTTP_X_FORWARDED_FOR="203.0.113.7").status_code == 303


def test_an_address_that_tries_many_numbers_rests_for_an_hour(phone: Client, opinion_a: Opinion) -> None:
    for n in range(guessing.FAILURES_PER_ADDRESS):
        _ask(phone, f"{n:010}", "00000000")
    assert _ask(phone, opinion_a.receipt, secret_of(opinion_a.pk)).status_code == 429
    elsewhere = _ask(phone, opinion_a.receipt, secret_of(opinion_a.pk), REMOTE_ADDR="10.9.9.9")
    assert elsewhere.status_code == 303


def test_failures_are_kept_without_number_or_address_and_not_for_long(
    phone: Client, opinion_a: Opinion, later: Any
) -> None:
    _ask(phone, opinion_a.receipt, "00000000", REMOTE_ADDR="10.9.9.9")
    keys = set(FailedLookup.objects.values_list("key", flat=True))
    assert len(keys) == 2
    assert not {opinion_a.receipt, "10.9.9.9"} & keys
    with later(hours=2):
        _ask(phone, "0000000000", "00000000")
    assert not FailedLookup.objects.filter(key__in=keys, at__lt=opinion_a.opened_at).exists()
    assert FailedLookup.objects.count() == 2


def test_another_browser_sees_nothing(phone: Client, opinion_a: Opinion, follow: Callable[..., Any]) -> None:
    follow(opinion_a)
    url = reverse("portal:followed", args=[opinion_a.pk])
    assert phone.get(url).status_code == 200
    assert Client().get(url).status_code == 404
    assert phone.get(reverse("portal:followed", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize("change", [lambda v: v[:-1] + ("A" if v[-1] != "A" else "B"), lambda v: "x" + v, lambda v: ""])
def test_a_cookie_that_was_touched_shows_nothing(
    phone: Client, opinion_a: Opinion, follow: Callable[..., Any], change: Callable[[str], str]
) -> None:
    follow(opinion_a)
    phone.cookies["receipts"] = change(phone.cookies["receipts"].value)
    assert phone.get(reverse("portal:followed", args=[opinion_a.pk])).status_code == 404
    assert phone.get(reverse("portal:receipt")).status_code == 302
    assert opinion_a.title not in phone.get(reverse("portal:follow")).content.decode()


def test_the_cookie_is_out_of_reach_of_scripts(phone: Client, opinion_a: Opinion, follow: Callable[..., Any]) -> None:
    follow(opinion_a)
    cookie = phone.cookies["receipts"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert secret_of(opinion_a.pk) not in cookie.value


def test_a_browser_can_forget(phone: Client, opinion_a: Opinion, follow: Callable[..., Any]) -> None:
    follow(opinion_a)
    phone.post(reverse("portal:forget"))
    assert phone.get(reverse("portal:followed", args=[opinion_a.pk])).status_code == 404


def test_a_browser_remembers_the_newest_dozen(phone: Client, send: Callable[..., Any]) -> None:
    for n in range(14):
        send(f"第{n}件事")
    page = phone.get(reverse("portal:follow")).content.decode()
    assert page.count("件事") == 12
    assert "第13件事" in page
    assert "第1件事" not in page
