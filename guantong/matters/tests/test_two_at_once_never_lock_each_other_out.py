"""One order of locks: the matter, then its clocks; of two matters, the one with the smaller key first."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from guantong.accounts.actors import Actor
from guantong.base.now import acting_at, now
from guantong.base.refusals import BadInput, NotNow
from guantong.matters.models import Clock, Matter
from guantong.matters.services import locking, sweep_overdue
from guantong.matters.services import overdue as overdue_module
from guantong.opinions.models import IntakeCode, Opinion, Outcome
from guantong.opinions.services import answer_opinion, extend_opinion, merge_opinion, submit_opinion


def beside(first: Callable[[Event], Any], second: Callable[[], Any]) -> list[Any]:
    """`first` tells when it holds its lock; then `second` runs. What each came to, or the refusal."""
    held = Event()

    def one() -> Any:
        return ended(lambda: first(held))

    def other() -> Any:
        held.wait(10)
        return ended(second)

    with ThreadPoolExecutor(2) as pool:
        return [done.result(30) for done in (pool.submit(one), pool.submit(other))]


def ended(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except (BadInput, NotNow) as refusal:
        return type(refusal)
    finally:
        connection.close()


def holding_it(opinion: Opinion, then: Callable[[], Any]) -> Callable[[Event], Any]:
    """Lock the matter, give the other a moment to run into it, and only then go on to its clocks."""

    def work(held: Event) -> Any:
        with transaction.atomic():
            Matter.objects.select_for_update().get(pk=opinion.pk)
            held.set()
            time.sleep(0.4)
            return then()

    return work


@pytest.mark.django_db(transaction=True)
def test_a_sweep_and_a_move_at_once(opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor) -> None:
    assigned = walk(opinion_a, to="assigned")

    def answer() -> Any:
        return answer_opinion(opinion=assigned, answer="修好了。", outcome=Outcome.RESOLVED, actor=department_a)

    def sweep() -> Any:
        with acting_at(now().replace(year=now().year + 1)):
            return sweep_overdue()

    done, swept = beside(holding_it(assigned, answer), sweep)
    assert done.state == "answered"
    assert (swept.steps, swept.failed) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_an_extension_and_a_move_at_once(
    opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor, clerk_a: Actor
) -> None:
    assigned = walk(opinion_a, to="assigned")

    def answer() -> Any:
        return answer_opinion(opinion=assigned, answer="修好了。", outcome=Outcome.RESOLVED, actor=department_a)

    def extend() -> Any:
        return extend_opinion(opinion=assigned, clock="opinion.department", amount=5, reason="跨汛期", actor=clerk_a)

    done, extended = beside(holding_it(assigned, answer), extend)
    assert done.state == "answered"
    assert extended is NotNow


@pytest.mark.django_db(transaction=True)
def test_of_two_merged_into_each_other_at_once_one_goes_on(
    code_a: IntakeCode, spoken: Callable[..., Any], clerk_a: Actor, second_clerk_a: Actor, monkeypatch: Any
) -> None:
    one, two = (submit_opinion(code=code_a, spoken=spoken(f"水渠塌了{n}")) for n in (1, 2))
    slow = locking.lock_matters

    def slowly(*matters: Any) -> Any:
        time.sleep(0.2)
        return slow(*matters)

    monkeypatch.setattr("guantong.opinions.services.desk.lock_matters", slowly)
    done = beside(
        lambda held: (held.set(), merge_opinion(opinion=one, target=two, actor=clerk_a))[1],
        lambda: merge_opinion(opinion=two, target=one, actor=second_clerk_a),
    )
    assert sum(isinstance(d, Opinion) for d in done) == 1
    assert next(d for d in done if not isinstance(d, Opinion)) in (BadInput, NotNow)
    assert sorted(Opinion.objects.values_list("state", flat=True)) == ["merged", "received"]


@pytest.mark.django_db
def test_a_step_that_fails_does_not_stop_the_others(
    code_a: IntakeCode, spoken: Callable[..., Any], monkeypatch: Any, caplog: Any
) -> None:
    bad, good = (submit_opinion(code=code_a, spoken=spoken(f"第{n}件")) for n in (1, 2))
    perform = overdue_module.perform

    def failing(**asked: Any) -> Any:
        if asked["matter"].pk == bad.pk:
            raise ZeroDivisionError
        return perform(**asked)

    monkeypatch.setattr(overdue_module, "perform", failing)
    with acting_at(now().replace(year=now().year + 1)):
        swept = sweep_overdue()
    assert (swept.steps, swept.failed) == (1, 1)
    assert f"clock {Clock.objects.get(matter=bad).pk}" in caplog.text
    assert Clock.objects.get(matter=good).stage == 1
    assert Clock.objects.get(matter=bad).stage == 0
