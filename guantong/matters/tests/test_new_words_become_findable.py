"""Indexing goes right behind the writing: set by set, over what is new alone, and again when words change."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.deputies.services import promise_deed
from guantong.matters.models import Matter
from guantong.matters.search import find, index_new_matters
from guantong.matters.services import perform
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def several(code_a: Any, spoken: Any) -> Callable[[int], list[Opinion]]:
    return lambda count: [submit_opinion(code=code_a, spoken=spoken(f"第{n}盏路灯不亮了。")) for n in range(count)]


def queries() -> int:
    with CaptureQueriesContext(connection) as asked:
        index_new_matters()
    return len(asked)


def test_many_cost_no_more_queries_than_one(several: Callable[[int], list[Opinion]]) -> None:
    several(1)
    one = queries()
    several(30)
    assert queries() == one


def test_of_every_kind_each_is_found_and_none_twice(
    several: Callable[[int], list[Opinion]], clerk_a: Actor, county_a: Any, village_a: Any
) -> None:
    promise_deed(title="修好路灯", content="三盏", place=village_a, region=county_a, actor=clerk_a)
    several(3)
    assert index_new_matters() == 4
    assert find("路灯", actor=clerk_a).count() == 4
    assert index_new_matters() == 0


def test_a_limit_leaves_the_rest_for_the_next_time(several: Callable[[int], list[Opinion]]) -> None:
    several(5)
    assert [index_new_matters(limit=2) for _ in range(4)] == [2, 2, 1, 0]


def test_what_waits_is_sought_in_its_own_index(several: Callable[[int], list[Opinion]]) -> None:
    several(3)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "matter_to_index" in Matter.objects.filter(indexed_at__isnull=True).values("id").explain()


def test_words_that_a_move_changed_are_findable_again(opinion_a: Opinion, clerk_a: Actor, walk: Any) -> None:
    index_new_matters()
    accepted = walk(opinion_a, to="accepted")
    assert index_new_matters() == 0
    perform(matter=accepted, transition="remind", actor=SYSTEM_ACTOR, changes={"title": "飞机场噪音"})
    assert index_new_matters() == 1
    assert find("飞机场", actor=clerk_a).get().pk == opinion_a.pk
