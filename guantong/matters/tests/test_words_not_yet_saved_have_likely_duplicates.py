"""What somebody types is compared with what was said before, within what exists for them."""

import math
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guantong.accounts.actors import Actor
from guantong.base.now import acting_at, now
from guantong.matters import duplicates
from guantong.matters.commonness import Commonness
from guantong.matters.duplicates import commonness, duplicates_of, forget, likely_duplicates
from guantong.matters.search import index_new_matters
from guantong.opinions.models import Opinion
from guantong.opinions.services import merge_opinion, submit_opinion

pytestmark = pytest.mark.django_db

FIRST = "民治村三组到小学的路灯坏了半个月，孩子放学看不清路。"
AGAIN = "三组到小学那段路灯坏了，已经半个月，放学的孩子看不见。"


@pytest.fixture(autouse=True)
def _nothing_counted_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "_known", (math.inf, Commonness({}, 0)))


@pytest.fixture
def first(code_a: Any, spoken: Any) -> Opinion:
    said = submit_opinion(code=code_a, spoken=spoken(FIRST))
    index_new_matters()
    return said


def offered(text: str, actor: Actor, **more: Any) -> list[Any]:
    given = {"kind": "opinion", "region": "451028", **more}
    return [matter.pk for matter, _likeness in likely_duplicates(text=text, actor=actor, **given)]


def test_the_same_in_other_words_is_found_with_its_likeness(first: Opinion, clerk_a: Actor) -> None:
    ((found, likeness),) = likely_duplicates(text=AGAIN, kind="opinion", region="451028", actor=clerk_a)
    assert found == first
    assert isinstance(found, Opinion)
    assert 40 <= likeness < 100


def test_the_same_text_is_wholly_alike(first: Opinion, clerk_a: Actor) -> None:
    ((_found, likeness),) = likely_duplicates(text=FIRST, kind="opinion", region="451028", actor=clerk_a)
    assert likeness == 100


def test_the_same_trouble_in_another_village_is_another_matter(first: Opinion, clerk_a: Actor) -> None:
    assert offered("民治村三组小学路灯坏了", clerk_a) == [first.pk]
    assert offered("上岗村三组小学路灯坏了", clerk_a) == []


def test_another_kind_is_not_offered(first: Opinion, clerk_a: Actor) -> None:
    assert offered(FIRST, clerk_a, kind="suggestion") == []


def test_another_county_is_never_offered(first: Opinion, clerk_a: Actor, clerk_b: Actor, city_clerk: Actor) -> None:
    assert offered(FIRST, clerk_b) == offered(FIRST, clerk_b, region="451029") == []
    assert offered(FIRST, city_clerk, region="451029") == []
    assert offered(FIRST, city_clerk) == [first.pk]


def test_a_department_is_offered_only_what_it_had(first: Opinion, department_a: Actor, walk: Any) -> None:
    assert offered(AGAIN, department_a) == []
    walk(first, to="assigned")
    assert offered(AGAIN, department_a) == [first.pk]


def test_what_was_merged_is_offered_no_more(first: Opinion, code_a: Any, spoken: Any, clerk_a: Actor) -> None:
    again = submit_opinion(code=code_a, spoken=spoken(AGAIN))
    index_new_matters()
    assert set(offered(AGAIN, clerk_a)) == {first.pk, again.pk}
    merge_opinion(opinion=again, target=first, actor=clerk_a)
    assert offered(AGAIN, clerk_a) == [first.pk]


def test_after_half_a_year_it_is_another_matter(first: Opinion, clerk_a: Actor) -> None:
    with acting_at(now() + timedelta(days=179)):
        assert offered(AGAIN, clerk_a) == [first.pk]
    with acting_at(now() + timedelta(days=181)):
        assert offered(AGAIN, clerk_a) == []


def test_a_saved_matter_is_not_like_itself(first: Opinion, clerk_a: Actor) -> None:
    assert duplicates_of(first, actor=clerk_a) == []


@pytest.mark.parametrize(
    "text", ["", "路灯坏了", "'; DROP & | ! <-> '' \\ x", "，。！？，。！？，。！？", "\x00路灯坏了半个月没人修"]
)
def test_no_text_breaks_it(first: Opinion, clerk_a: Actor, text: str) -> None:
    offered(text, clerk_a)


def test_at_most_five_are_offered_with_few_questions(code_a: Any, spoken: Any, clerk_a: Actor) -> None:
    for _ in range(8):
        submit_opinion(code=code_a, spoken=spoken(FIRST))
    index_new_matters()
    with CaptureQueriesContext(connection) as asked:
        assert len(offered(AGAIN, clerk_a)) == 5
    assert len(asked) <= 5


def test_how_common_words_are_is_what_the_database_counted(code_a: Any, spoken: Any, clerk_a: Actor) -> None:
    for text in ("路灯坏了没有人修", "路灯不亮没有人管", "水渠塌了没有水"):
        submit_opinion(code=code_a, spoken=spoken(text))
    index_new_matters()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE matters_searchtext")
    forget()
    assert commonness().share("没有") == pytest.approx(1)
    assert commonness().share("路灯") == pytest.approx(2 / 3)
    assert commonness().rows == 3
    assert len(offered("路灯坏了没有人修", clerk_a)) == 1


def test_the_database_counts_common_words_finely_enough(db: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstattarget FROM pg_attribute"
            " WHERE attrelid = 'matters_searchtext'::regclass AND attname = 'words'"
        )
        assert cursor.fetchone() == (1000,)
