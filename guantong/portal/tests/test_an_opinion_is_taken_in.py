"""Sending the form of a printed code."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.receipts import grouped, secret_of

pytestmark = pytest.mark.django_db
Send = Callable[..., Any]


def test_the_receipt_shows_number_and_secret(phone: Client, send: Send) -> None:
    answer = send(where="三组水渠边", contact_name="老黄", contact_phone="138 0013 8000")
    assert (answer.status_code, answer["Location"]) == (303, reverse("portal:receipt"))
    opinion = Opinion.objects.get()
    page = phone.get(answer["Location"]).content.decode()
    assert grouped(opinion.receipt) in page
    assert grouped(secret_of(opinion.pk)) in page
    assert "前告诉您是否受理" in page
    assert (opinion.where, opinion.contact_name, opinion.contact_phone) == ("三组水渠边", "老黄", "13800138000")


def test_it_keeps_the_version_of_the_notice_that_was_shown(send: Send) -> None:
    from guantong.opinions.services.spoken import NOTICE_VERSION

    send()
    assert Opinion.objects.get().notice_version == NOTICE_VERSION


def test_a_second_submit_gives_the_same_receipt(phone: Client, send: Send) -> None:
    form = {"client_id": str(uuid4())}
    send(**form)
    first = phone.get(reverse("portal:receipt")).content
    assert send(**form).status_code == 303
    assert phone.get(reverse("portal:receipt")).content.count(b"slip__no") == first.count(b"slip__no")
    assert Opinion.objects.count() == 1


def test_two_things_said_with_one_form_are_not_mixed_up(send: Send) -> None:
    form = {"client_id": str(uuid4())}
    send("水渠塌了。", **form)
    answer = send("路灯也不亮。", where="村口", **form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "已经提交过另一件意见" in page
    assert "路灯也不亮。" in page
    assert "村口" in page
    assert form["client_id"] not in page
    fresh = page.split('name="client_id" value="')[1].split('"')[0]
    assert send("路灯也不亮。", client_id=fresh).status_code == 303
    assert Opinion.objects.count() == 2


def test_no_page_of_the_way_writes_a_session(phone: Client, send: Send, follow: Callable[..., Any]) -> None:
    send()
    phone.get(reverse("portal:receipt"))
    opinion = Opinion.objects.get()
    follow(opinion)
    phone.post(reverse("portal:act", args=[opinion.pk, "withdraw"]), {"reason": "已经修好了"}, follow=True)
    assert Session.objects.count() == 0
    assert "sessionid" not in phone.cookies


def test_the_database_never_sees_the_phone(send: Send) -> None:
    send(contact_phone="13800138000", contact_name="黄某")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(o)::text FROM opinions_opinion o")
        (row,) = cursor.fetchone()
        cursor.execute("SELECT coalesce(string_agg(data::text || reason, ''), '') FROM audit_entry")
        (entries,) = cursor.fetchone()
    assert "13800138000" not in row + entries
    assert "黄某" not in row + entries
    assert Opinion.objects.get().contact_phone == "13800138000"


def test_nothing_secret_is_in_an_address(phone: Client, send: Send) -> None:
    answer = send()
    opinion = Opinion.objects.get()
    looked_up = phone.post(reverse("portal:follow"), {"number": opinion.receipt, "secret": secret_of(opinion.pk)})
    for address in (answer["Location"], looked_up["Location"]):
        assert secret_of(opinion.pk) not in address
        assert opinion.receipt not in address


def test_the_form_is_never_kept_by_a_cache(phone: Client, code_a: IntakeCode) -> None:
    assert "no-store" in phone.get(reverse("portal:speak", args=[code_a.token]))["Cache-Control"]
