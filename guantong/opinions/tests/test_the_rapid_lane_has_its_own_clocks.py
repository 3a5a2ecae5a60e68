"""民情速办: two hours to sort, then a day, a week or a month in all."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.matters.models import NO_DUE
from guantong.opinions.models import Lane, Opinion, Outcome, Track
from guantong.opinions.services import (
    accept_opinion,
    answer_opinion,
    assign_opinion,
    confirm_opinion,
    reopen_opinion,
    submit_opinion,
    triage_opinion,
)
from guantong.regions import rulebook
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 3, 7, 12, tzinfo=CHINA)


@pytest.fixture
def request_a(county_a: Any, code_a: Any, spoken: Any) -> Opinion:
    adopt_setting(
        key="rapid.sources", value=["station"], effective_from=NOON.date(), basis="县民情速办工作方案", region=county_a
    )
    rulebook.forget()
    with acting_at(NOON):
        return submit_opinion(code=code_a, spoken=spoken())


def test_a_request_waits_two_hours_to_be_sorted(request_a: Opinion) -> None:
    assert request_a.lane == Lane.RAPID
    assert request_a.due_at == NOON + timedelta(hours=2)


@pytest.mark.parametrize(
    ("track", "due"),
    [
        (Track.FAST, datetime(2025, 3, 8, 12, tzinfo=CHINA)),
        (Track.LIMITED, datetime(2025, 3, 14, 23, 59, 59, tzinfo=CHINA)),
        (Track.SUPERVISED, datetime(2025, 4, 7, 23, 59, 59, tzinfo=CHINA)),
    ],
)
def test_each_track_has_one_clock_that_dispatching_does_not_renew(
    request_a: Opinion, clerk_a: Actor, body: Any, track: Track, due: datetime
) -> None:
    with acting_at(NOON):
        sorted_ = triage_opinion(opinion=request_a, track=track, actor=clerk_a)
    with acting_at(NOON + timedelta(hours=5)):
        sent = assign_opinion(opinion=sorted_, holder=body("shuili"), actor=clerk_a)
    assert sorted_.due_at == sent.due_at == due


def running(opinion: Opinion) -> list[str]:
    return sorted(opinion.clocks.filter(ended_at__isnull=True).values_list("code", flat=True))


@pytest.mark.parametrize("track", [Track.FAST, Track.LIMITED, Track.SUPERVISED])
def test_a_reopened_request_gets_the_clock_of_its_track_again_when_it_is_dispatched(
    request_a: Opinion, clerk_a: Actor, department_a: Actor, body: Any, track: Track
) -> None:
    with acting_at(NOON):
        sorted_ = triage_opinion(opinion=request_a, track=track, actor=clerk_a)
        sent = assign_opinion(opinion=sorted_, holder=body("shuili"), actor=clerk_a)
        answered = answer_opinion(opinion=sent, answer="修好了。", outcome=Outcome.RESOLVED, actor=department_a)
        again = reopen_opinion(opinion=answered, reason="没有修好")
        assert running(again) == ["opinion.assign"]
        sent = assign_opinion(opinion=again, holder=body("shuili"), actor=clerk_a)
    assert running(sent) == [f"rapid.{track}"]


def test_a_confirmed_answer_still_waits_to_be_closed_by_a_day(
    opinion_a: Opinion, walk: Any, second_clerk_a: Actor
) -> None:
    answered = walk(opinion_a)
    confirmed = confirm_opinion(opinion=answered, rated_process=Satisfaction.SATISFIED, rated_result=Satisfaction.FAIR)
    assert running(confirmed) == ["opinion.close"]
    assert confirmed.due_at < NO_DUE
    closed = walk(confirmed, to="closed")
    assert not running(closed)


def test_confirming_what_is_closed_starts_no_clock(opinion_a: Opinion, walk: Any) -> None:
    confirmed = walk(opinion_a, to="confirmed")
    assert not confirmed.clocks.filter(code="opinion.close").exists()


def test_the_lanes_do_not_mix(request_a: Opinion, clerk_a: Actor) -> None:
    with pytest.raises(NotAllowed, match="民情速办"):
        accept_opinion(opinion=request_a, actor=clerk_a)
    with pytest.raises(BadInput):
        triage_opinion(opinion=request_a, track=Track.NONE, actor=clerk_a)


def test_an_earlier_day_was_not_under_the_rule_yet(request_a: Opinion, code_a: Any, spoken: Any) -> None:
    with acting_at(NOON - timedelta(days=1)):
        assert submit_opinion(code=code_a, spoken=spoken("早一天")).lane == Lane.ORDINARY
