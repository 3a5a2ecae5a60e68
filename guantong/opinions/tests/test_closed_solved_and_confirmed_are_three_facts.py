"""Who handles does not close; closing is not solving; only the person who asked confirms."""

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.figures.definitions import definition
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.opinions.models import Opinion, Outcome
from guantong.opinions.services import (
    answer_opinion,
    assign_opinion,
    close_opinion,
    confirm_opinion,
    propose_close,
    reopen_opinion,
)

pytestmark = pytest.mark.django_db


def figure(code: str, region: Any) -> Any:
    return value(definition(code), region, Period.parse(str(today().year))).amount


def test_whoever_answered_or_proposed_may_not_close(
    opinion_a: Opinion, walk: Callable[..., Opinion], clerk_a: Actor, department_a: Actor, second_clerk_a: Actor
) -> None:
    answered = answer_opinion(
        opinion=walk(opinion_a, to="accepted"), answer="当场说清。", outcome=Outcome.RESOLVED, actor=clerk_a
    )
    proposed = propose_close(opinion=answered, actor=second_clerk_a)
    for actor in (clerk_a, second_clerk_a, department_a):
        with pytest.raises(NotAllowed):
            close_opinion(opinion=proposed, actor=actor)


def test_an_opinion_can_be_closed_without_being_solved(
    opinion_a: Opinion, walk: Callable[..., Opinion], county_a: Any
) -> None:
    closed = walk(opinion_a, to="closed", outcome=Outcome.NOT_FEASIBLE)
    assert closed.closed_at
    assert closed.resolved_at is closed.confirmed_at is None
    assert figure("station_opinions_resolved", county_a) == 1


def test_confirming_rates_process_and_result_apart(
    opinion_a: Opinion, walk: Callable[..., Opinion], county_a: Any
) -> None:
    answered = walk(opinion_a)
    confirm_opinion(opinion=answered, rated_process=Satisfaction.SATISFIED, rated_result=Satisfaction.DISSATISFIED)
    answered.refresh_from_db()
    assert (answered.rated_process, answered.rated_result) == (3, 1)
    assert answered.state == "answered"
    assert figure("opinions_confirmed", county_a) == 1
    assert figure("opinion_result_satisfaction_rate", county_a) == 0


def test_reopening_takes_the_figures_back(opinion_a: Opinion, walk: Callable[..., Opinion], county_a: Any) -> None:
    confirmed = walk(opinion_a, to="confirmed")
    assert figure("station_opinions_resolved", county_a) == figure("opinions_confirmed", county_a) == 1
    again = reopen_opinion(opinion=confirmed, reason="下雨后又塌了")
    assert (again.state, again.closed_at, again.holder_id) == ("accepted", None, None)
    assert figure("station_opinions_resolved", county_a) == figure("opinions_confirmed", county_a) == 0
    assert figure("station_opinions_collected", county_a) == 1


def test_a_reopened_opinion_can_be_handled_to_the_end_again(
    opinion_a: Opinion, walk: Callable[..., Opinion], clerk_a: Actor, body: Any
) -> None:
    again = reopen_opinion(opinion=walk(opinion_a, to="closed"), reason="没有修好")
    assert assign_opinion(opinion=again, holder=body("shuili"), actor=clerk_a).state == "assigned"
    assert walk(Opinion.objects.get(pk=again.pk), to="closed").state == "closed"
