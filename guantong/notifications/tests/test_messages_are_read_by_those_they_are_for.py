"""The inbox: one's own and one's body's messages, the newest first, and marking them as read."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from guantong.accounts.actors import CITIZEN_ACTOR, Actor
from guantong.base.now import acting_at, now
from guantong.notifications.models import Message
from guantong.notifications.notices import Notice, send
from guantong.notifications.reading import MOST_COUNTED, mark_read, messages_for, unread_count
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def tell(department_a: Actor) -> Callable[..., None]:
    """`tell("…")`: a message to the water department."""

    def write(*texts: str, body: int | None = None) -> None:
        notices = [Notice(body or department_a.organisation_id, text) for text in texts]
        send(notices, subject=uuid4(), title="水渠", at=now())

    return write


def texts(actor: Actor) -> list[str]:
    return list(messages_for(actor).values_list("text", flat=True))


def test_the_newest_stands_first(tell: Callable[..., None], department_a: Actor) -> None:
    tell("第一")
    with acting_at(now() + timedelta(hours=1)):
        tell("第二", "第三")
    assert texts(department_a) == ["第三", "第二", "第一"]


def test_nobody_reads_what_is_for_another(
    tell: Callable[..., None], department_b: Actor, clerk_a: Actor, department_a: Actor
) -> None:
    tell("给水利局")
    assert texts(department_b) == texts(clerk_a) == texts(CITIZEN_ACTOR) == []
    assert mark_read(actor=department_b) == 0
    assert mark_read(actor=department_b, ids=list(Message.objects.values_list("pk", flat=True))) == 0
    assert unread_count(department_a) == 1


def test_a_message_to_the_person_is_theirs_alone(clerk_a: Actor, second_clerk_a: Actor) -> None:
    Message.objects.create(person_id=clerk_a.person_id, subject=uuid4(), title="x", text="给本人", sent_at=now())
    assert texts(clerk_a) == ["给本人"]
    assert texts(second_clerk_a) == []


def test_reading_one_leaves_the_others_and_is_done_once(tell: Callable[..., None], department_a: Actor) -> None:
    tell("第一", "第二", "第三")
    one = messages_for(department_a)[0].pk
    assert mark_read(actor=department_a, ids=[one]) == 1
    assert mark_read(actor=department_a, ids=[one]) == 0
    assert unread_count(department_a) == 2
    assert mark_read(actor=department_a) == 2
    assert unread_count(department_a) == 0


def test_naming_none_reads_none(tell: Callable[..., None], department_a: Actor) -> None:
    tell("第一")
    assert mark_read(actor=department_a, ids=[]) == 0
    assert unread_count(department_a) == 1


def test_the_count_stops_where_nobody_counts_any_more(tell: Callable[..., None], department_a: Actor) -> None:
    tell(*map(str, range(MOST_COUNTED + 5)))
    assert unread_count(department_a) == MOST_COUNTED


def test_a_message_has_one_addressee(body: Callable[..., Organisation], clerk_a: Actor) -> None:
    for addressees in ({}, {"organisation": body("shuili"), "person_id": clerk_a.person_id}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(subject=uuid4(), title="x", text="x", sent_at=now(), **addressees)


def test_a_message_of_a_move_that_came_to_nothing_is_not_there(tell: Callable[..., None], department_a: Actor) -> None:

    def tell_and_fail() -> None:
        with transaction.atomic():
            tell("不会发生")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        tell_and_fail()
    assert texts(department_a) == []
