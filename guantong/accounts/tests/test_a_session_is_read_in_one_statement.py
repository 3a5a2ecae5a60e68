"""Sessions are found as Django's own store finds them: by key, while they last."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from guantong.accounts.sessions import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> SessionStore:
    store = SessionStore()
    store["page"] = "甲"
    store.save()
    return store


def test_what_was_kept_is_read(kept: SessionStore) -> None:
    assert SessionStore(kept.session_key)["page"] == "甲"


def test_one_that_ran_out_is_as_if_it_had_never_been(kept: SessionStore) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    late = SessionStore(kept.session_key)
    assert late.get("page") is None
    assert late.session_key is None


def test_an_unknown_key_finds_nothing_and_is_not_taken_over(kept: SessionStore) -> None:
    stranger = SessionStore("0" * 32)
    assert stranger.get("page") is None
    assert stranger.session_key is None


def test_reading_costs_one_query(kept: SessionStore, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    again = SessionStore(kept.session_key)
    with django_assert_num_queries(1):
        again.get("page")
        again.get("page")
