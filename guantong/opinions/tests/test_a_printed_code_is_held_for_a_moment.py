"""The book of printed codes: what another process changed is seen after seconds, one's own change at once."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.opinions import codebook
from guantong.opinions.codebook import code_by_token
from guantong.opinions.models import IntakeCode
from guantong.opinions.services import withdraw_code


def test_a_code_is_asked_for_once(code_a: IntakeCode, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        first = code_by_token(code_a.token)
        again = code_by_token(code_a.token)
        assert first is not None
        assert first is again
        assert first.region.pk == code_a.region_id


def test_a_change_of_another_process_is_seen_after_the_lifetime(
    code_a: IntakeCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr(codebook.time, "monotonic", lambda: clock[0])
    code_by_token(code_a.token)
    IntakeCode.objects.filter(pk=code_a.pk).update(withdrawn_at=now())
    held = code_by_token(code_a.token)
    clock[0] += codebook.LIFETIME + 0.1
    seen = code_by_token(code_a.token)
    assert held is not None
    assert held.withdrawn_at is None
    assert seen is not None
    assert seen.withdrawn_at is not None


def test_a_withdrawal_of_this_process_is_seen_at_once(code_a: IntakeCode, clerk_a: Actor) -> None:
    code_by_token(code_a.token)
    withdraw_code(code=code_a, reason="牌子丢了", actor=clerk_a)
    seen = code_by_token(code_a.token)
    assert seen is not None
    assert seen.withdrawn_at is not None


def test_a_token_that_was_never_given_out_is_not_held(db: None) -> None:
    assert code_by_token("NOSUCH00") is None
    assert codebook._held == {}


def test_the_book_does_not_grow_without_bound(code_a: IntakeCode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codebook, "MOST", 1)
    codebook._held["another"] = (0.0, code_a)
    code_by_token(code_a.token)
    assert set(codebook._held) == {code_a.token}
