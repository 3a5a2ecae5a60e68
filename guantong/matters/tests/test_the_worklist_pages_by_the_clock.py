"""Keyset pages: every open matter once, in the order of its clock, whoever else is at work."""

from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import acting_at, now
from guantong.matters import selectors
from guantong.opinions.services import submit_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def sixty(code_a: Any, spoken: Any) -> list[Any]:
    made = []
    for n in range(60):
        with acting_at(now() - timedelta(days=n % 7)):
            made.append(submit_opinion(code=code_a, spoken=spoken(f"第{n}件事")))
    return made


def walk_pages(actor: Actor) -> list[Any]:
    rows, cursor = [], ""
    while True:
        page = selectors.page_of(selectors.worklist(actor), cursor)
        rows += page.rows
        if not page.next:
            return rows
        cursor = page.next


def test_the_pages_hold_every_open_matter_once_in_order(sixty: list[Any], clerk_a: Actor) -> None:
    rows = walk_pages(clerk_a)
    assert {r.pk for r in rows} == {o.pk for o in sixty}
    assert len(rows) == 60
    assert [(r.due_at, r.pk) for r in rows] == sorted((r.due_at, r.pk) for r in rows)


def test_a_page_costs_one_query(sixty: list[Any], clerk_a: Actor, django_assert_num_queries: Any) -> None:
    second = selectors.page_of(selectors.worklist(clerk_a)).next
    with django_assert_num_queries(1):
        page = selectors.page_of(selectors.worklist(clerk_a), second)
        [str(r.place) for r in page.rows]


@pytest.mark.parametrize("cursor", ["x", "AAAA", "MjAyNQ==", "\x00", "中文", "=" * 500])
def test_a_cursor_that_is_not_ours_begins_at_the_first_page(sixty: list[Any], clerk_a: Actor, cursor: str) -> None:
    first = selectors.page_of(selectors.worklist(clerk_a)).rows
    assert selectors.page_of(selectors.worklist(clerk_a), cursor).rows == first


def test_another_county_and_a_department_without_work_see_nothing(
    sixty: list[Any], clerk_b: Actor, department_a: Actor
) -> None:
    assert walk_pages(clerk_b) == walk_pages(department_a) == []
