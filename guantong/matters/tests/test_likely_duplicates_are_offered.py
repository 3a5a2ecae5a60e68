"""The same thing said twice, and things that only sound alike."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.matters import search
from guantong.matters.duplicates import duplicates_of
from guantong.matters.words import lexemes
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion


@pytest.fixture
def said(code_a: Any, code_b: Any, spoken: Any) -> dict[str, Opinion]:
    texts = {
        "lamp": "民治村三组到小学的路灯坏了半个月，孩子放学看不清路。",
        "again": "三组到小学那段路灯坏了，已经半个月，放学的孩子看不见。",
        "water": "五组自来水一到下午就没有水，请检查水泵。",
    }
    made = {name: submit_opinion(code=code_a, spoken=spoken(text)) for name, text in texts.items()}
    made["elsewhere"] = submit_opinion(code=code_b, spoken=spoken(texts["lamp"]))
    search.index_new_matters()
    return made


@pytest.mark.django_db
def test_the_same_thing_in_other_words_is_offered_first(said: dict[str, Opinion], clerk_a: Actor) -> None:
    offered = duplicates_of(said["again"], actor=clerk_a)
    assert [m.pk for m, _ in offered] == [said["lamp"].pk]


@pytest.mark.django_db
def test_another_county_is_never_offered(said: dict[str, Opinion], clerk_a: Actor, city_clerk: Actor) -> None:
    for actor in (clerk_a, city_clerk):
        assert said["elsewhere"].pk not in {m.pk for m, _ in duplicates_of(said["lamp"], actor=actor)}


@pytest.mark.django_db
def test_words_find_what_the_actor_may_see(said: dict[str, Opinion], clerk_a: Actor, clerk_b: Actor) -> None:
    assert {m.pk for m in search.find("路灯", actor=clerk_a)} == {said["lamp"].pk, said["again"].pk}
    assert [m.pk for m in search.find("路灯", actor=clerk_b)] == [said["elsewhere"].pk]
    assert list(search.find("'; & |", actor=clerk_a)) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_query(text: str) -> None:
    assert all(t and "'" not in t and "\\" not in t for t in lexemes(text))
