"""Submitting through a printed code without an account."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from guantong.opinions.models import Opinion
from guantong.opinions.receipts import is_secret
from guantong.opinions.services.spoken import NOTICE_VERSION

pytestmark = pytest.mark.django_db


def _send(client: Client, code: Any, **more: Any) -> Any:
    said = {"client_id": str(uuid4()), "body": "市场门口的井盖坏了。", **more}
    return client.post(f"/api/codes/{code.token}/opinions", said, content_type="application/json")


def test_it_is_taken_in_and_a_receipt_given(client: Client, code_a: Any) -> None:
    answer = _send(client, code_a)
    assert answer.status_code == 201
    kept = Opinion.objects.get(receipt=answer.json()["receipt"])
    assert is_secret(kept.id, answer.json()["secret"])


@pytest.mark.django_db(transaction=True)
def test_sent_again_it_is_the_same_opinion(client: Client, code_a: Any) -> None:
    first = _send(client, code_a, client_id=(same := str(uuid4())))
    again = _send(client, code_a, client_id=same)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Opinion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_id_with_other_words_is_a_conflict(client: Client, code_a: Any) -> None:
    _send(client, code_a, client_id=(same := str(uuid4())))
    assert _send(client, code_a, client_id=same, body="另一件事。").status_code == 409


@pytest.mark.django_db(transaction=True)
def test_the_same_id_with_a_corrected_phone_is_a_conflict(client: Client, code_a: Any) -> None:
    _send(client, code_a, client_id=(same := str(uuid4())), contact_phone="13800138000")
    assert _send(client, code_a, client_id=same, contact_phone="13800138001").status_code == 409


def test_the_phone_is_kept_as_digits_and_the_notice_as_shown(client: Client, code_a: Any) -> None:
    assert _send(client, code_a, contact_phone="0776-1234567", notice_version=NOTICE_VERSION).status_code == 201
    kept = Opinion.objects.get()
    assert (kept.contact_phone, kept.notice_version) == ("07761234567", NOTICE_VERSION)


def test_an_unknown_code_is_not_found(client: Client, code_a: Any) -> None:
    code_a.token = "ZZZZZZZZ"
    assert _send(client, code_a).status_code == 404


def test_a_withdrawn_code_says_so(client: Client, code_a: Any, clerk_a: Any) -> None:
    from guantong.opinions.services import withdraw_code

    withdraw_code(code=code_a, reason="纸张破损", actor=clerk_a)
    answer = _send(client, code_a)
    assert answer.status_code == 422
    assert "停用" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": "  \n "}, "body"),
        ({"body": "\u200b\u0001"}, "body"),
        ({"body": "字" * 5001}, "body"),
        ({"body": "前\x00后"}, "body"),
        ({"body": "\ud800"}, "body"),
        ({"client_id": "不是编号"}, "client_id"),
        ({"where": "很远" * 100}, "where"),
        ({"contact_name": 7}, "contact_name"),
        ({"contact_phone": "not a phone !!"}, "contact_phone"),
        ({"notice_version": "my own"}, "notice_version"),
        ({"state": "closed"}, "state"),
    ],
)
def test_a_wrong_field_is_named(client: Client, code_a: Any, wrong: dict[str, Any], field: str) -> None:
    answer = _send(client, code_a, **wrong)
    assert answer.status_code == 422
    assert answer.json()["fields"][field]
    assert not Opinion.objects.exists()


def test_people_of_a_county_act_as_citizens_here(client: Client, sign_in: Any, clerk_a: Any, code_a: Any) -> None:
    answer = _send(sign_in(client, clerk_a), code_a)
    assert answer.status_code == 201
    assert Opinion.objects.get().channel == "code"
