"""The word under which a tab keeps unsent text: one for a person, one for a browser until it forgets."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor

pytestmark = pytest.mark.django_db


def writer(client: Client, page: str = "portal:home") -> str:
    found = re.search(r'data-writer="([0-9a-f]{16})"', client.get(reverse(page)).content.decode())
    assert found is not None
    return found[1]


def test_a_browser_keeps_its_word_until_it_forgets_its_receipts() -> None:
    phone, other = Client(), Client()
    first = writer(phone)
    assert writer(phone, "portal:follow") == first != writer(other)
    phone.post(reverse("portal:forget"))
    assert writer(phone) != first


def test_a_person_has_the_same_word_in_every_session_and_no_other(
    clerk_a: Actor, director_a: Actor, sign_in: Callable[[Client, Actor], Client]
) -> None:
    before = Client()
    anonymous = writer(before)
    mine = writer(sign_in(before, clerk_a), "desk:worklist")
    assert mine == writer(sign_in(Client(), clerk_a)) != anonymous
    assert mine != writer(sign_in(Client(), director_a))
