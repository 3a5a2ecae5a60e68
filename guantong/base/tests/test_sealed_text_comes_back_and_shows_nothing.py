"""Personal data at rest."""

from __future__ import annotations

import base64
import os
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from guantong.accounts.models import Person
from guantong.base import sealing
from guantong.base.fields import Unreadable
from guantong.base.sealing import SealError, seal, unseal
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion
from guantong.project.doctor.personal_data import sealed_texts

PHONE = "13800138000"


@given(st.text(min_size=1).filter(lambda t: t.isprintable()))
def test_what_was_sealed_comes_back(text: str) -> None:
    assert unseal(seal(text, "here"), "here") == text


def test_two_seals_of_one_text_differ_and_neither_shows_it() -> None:
    one, two = seal(PHONE, "here"), seal(PHONE, "here")
    assert one != two
    assert PHONE not in one + two


@pytest.mark.parametrize("at", [0, 2, 12, 30, -1])
def test_an_altered_seal_is_refused(at: int) -> None:
    sealed = list(seal(PHONE, "here"))
    sealed[at] = "A" if sealed[at] != "A" else "B"
    with pytest.raises(SealError):
        unseal("".join(sealed), "here")


def test_a_seal_opens_at_no_other_place() -> None:
    with pytest.raises(SealError):
        unseal(seal(PHONE, "here"), "there")


def test_a_seal_names_its_key_without_telling_it(settings: Any) -> None:
    sealed = seal(PHONE, "here")
    assert settings.PERSONAL_DATA_KEY.hex() not in sealed
    settings.PERSONAL_DATA_KEY = bytes(16)
    assert sealing.key_name() not in sealed
    with pytest.raises(SealError, match="another key"):
        unseal(sealed, "here")


def test_a_text_from_before_versions_is_still_read() -> None:
    nonce = os.urandom(12)
    box = Cipher(algorithms.SM4(settings.PERSONAL_DATA_KEY), modes.GCM(nonce)).encryptor()
    body = box.update(PHONE.encode()) + box.finalize()
    assert unseal(base64.b64encode(nonce + box.tag + body).decode(), "anywhere") == PHONE


@pytest.fixture
def said(code_a: Any, spoken: Any) -> Opinion:
    return submit_opinion(code=code_a, spoken=spoken(contact_name="老黄", contact_phone=PHONE))


def stored(row: Opinion) -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact_name, contact_phone FROM opinions_opinion WHERE matter_ptr_id = %s", [row.pk])
        name, phone = cursor.fetchone()
    return name, phone


def store(row: Opinion, phone: str) -> Opinion:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE opinions_opinion SET contact_phone = %s WHERE matter_ptr_id = %s", [phone, row.pk])
    return Opinion.objects.get(pk=row.pk)


@pytest.mark.django_db
def test_rows_load_and_are_saved_without_opening_anything(said: Opinion) -> None:
    before = stored(said)
    with patch("guantong.base.fields.unseal") as opened, patch("guantong.base.fields.seal") as sealed:
        (row,) = Opinion.objects.all()
        row.where = "四组"
        row.save()
    assert not opened.called
    assert not sealed.called
    assert stored(said) == before
    assert (row.contact_name, row.contact_phone) == ("老黄", PHONE)


@pytest.mark.django_db
def test_a_value_moved_to_another_field_or_row_does_not_open(said: Opinion, code_a: Any, spoken: Any) -> None:
    name, phone = stored(said)
    assert isinstance(store(said, name).contact_phone, Unreadable)
    other = submit_opinion(code=code_a, spoken=spoken("另一件。", contact_phone="13900139000"))
    assert isinstance(store(other, phone).contact_phone, Unreadable)
    assert store(said, phone).contact_phone == PHONE


@pytest.mark.django_db
def test_an_unreadable_value_is_a_sentence_and_is_not_lost(said: Opinion) -> None:
    broken = store(said, "2.00000000.AAAA")
    assert "无法显示" in broken.contact_phone
    broken.contact_phone = broken.contact_phone
    broken.save()
    broken.refresh_from_db()
    broken.save()
    assert stored(said)[1] == "2.00000000.AAAA"


@pytest.mark.django_db
def test_one_unreadable_value_breaks_no_page(client: Client, sign_in: Any, said: Opinion, clerk_a: Any) -> None:
    store(said, "not sealed at all")
    sign_in(client, clerk_a)
    assert client.get(reverse("desk:worklist")).status_code == 200
    assert "无法显示" in client.get(reverse("desk:matter", args=[said.pk])).content.decode()
    assert "无法显示" in client.post(reverse("desk:contact", args=[said.pk])).content.decode()


@pytest.mark.django_db
def test_the_doctor_counts_what_does_not_open(said: Opinion) -> None:
    assert sealed_texts().seen == "2 处加密内容都能打开"
    store(said, "2.00000000.AAAA")
    found = sealed_texts()
    assert found.seen == "2 处加密内容中有 1 处打不开"
    assert "PERSONAL_DATA_KEY" in found.mend


@pytest.mark.django_db
def test_empty_stays_empty(opinion_a: Opinion) -> None:
    assert stored(opinion_a) == ("", "")
    assert Opinion.objects.get(pk=opinion_a.pk).contact_phone == ""


@pytest.mark.django_db
def test_a_row_whose_key_the_database_makes_is_bound_when_it_is_saved_again() -> None:
    person = Person.objects.create(username=str(uuid4()), name="某某", phone=PHONE)
    again = Person.objects.get(pk=person.pk)
    assert again.phone == PHONE
    again.phone = "13900139000"
    again.save()
    deferred = Person.objects.defer("phone").get(pk=person.pk)
    assert deferred.phone == "13900139000"
