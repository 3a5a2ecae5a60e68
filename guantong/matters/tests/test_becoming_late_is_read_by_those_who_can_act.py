"""Whoever can do something about a late matter finds it in the messages that they read."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at
from guantong.matters.services import sweep_overdue
from guantong.notifications.reading import messages_for
from guantong.opinions.models import Opinion
from guantong.opinions.services import accept_opinion, assign_opinion, submit_opinion

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 3, 3, 9, tzinfo=CHINA)


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    with acting_at(MONDAY):
        yield


@pytest.fixture
def waiting(code_a: Any, spoken: Any) -> Opinion:
    """Due to be accepted at the end of Tuesday 4 March; in nobody's hands but the desk's."""
    return submit_opinion(code=code_a, spoken=spoken())


def read_by(actor: Actor, opinion: Opinion) -> list[str]:
    told = messages_for(actor).filter(subject=opinion.pk).order_by("id")
    return [text.split("：")[0] for text in told.values_list("text", flat=True)]


def sweep(*days: int, month: int = 3) -> None:
    for day in days:
        with acting_at(datetime(2025, month, day, 8, tzinfo=CHINA)):
            sweep_overdue()


def test_the_desk_reads_of_what_waits_at_the_desk_at_every_step(
    waiting: Opinion, clerk_a: Actor, director_a: Actor, clerk_b: Actor
) -> None:
    sweep(5)
    assert read_by(clerk_a, waiting) == ["催办"]
    sweep(10, 14)
    assert read_by(clerk_a, waiting) == ["催办", "督办", "报告主任会议"]
    assert read_by(director_a, waiting) == ["报告主任会议"]
    assert read_by(clerk_b, waiting) == []


def test_the_body_that_handles_reads_of_it_at_every_step(
    waiting: Opinion, clerk_a: Actor, director_a: Actor, department_a: Actor, body: Any
) -> None:
    accepted = accept_opinion(opinion=waiting, actor=clerk_a)
    assign_opinion(opinion=accepted, holder=body("shuili"), actor=clerk_a)
    sweep(3, 9, 15, month=4)
    assert read_by(department_a, waiting)[1:] == ["催办", "督办", "报告主任会议"]
    assert read_by(clerk_a, waiting) == ["催办", "督办", "报告主任会议"]
    assert read_by(director_a, waiting) == ["报告主任会议"]


def test_each_is_told_once_a_step(waiting: Opinion, clerk_a: Actor, second_clerk_a: Actor) -> None:
    sweep(5)
    assert read_by(clerk_a, waiting) == read_by(second_clerk_a, waiting) == ["催办"]


def test_the_inbox_shows_it(client: Any, sign_in: Any, waiting: Opinion, clerk_a: Actor) -> None:
    sweep(5)
    assert "登记受理" in sign_in(client, clerk_a).get("/desk/inbox/").text
