"""民情速办: two hours to sort, then a day, a week or a month in all."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import BadInput, NotAllowed
from guantong.opinions.models import Lane, Opinion, Track
from guantong.opinions.services import accept_opinion, assign_opinion, submit_opinion, triage_opinion
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


def test_the_lanes_do_not_mix(request_a: Opinion, clerk_a: Actor) -> None:
    with pytest.raises(NotAllowed, match="民情速办"):
        accept_opinion(opinion=request_a, actor=clerk_a)
    with pytest.raises(BadInput):
        triage_opinion(opinion=request_a, track=Track.NONE, actor=clerk_a)


def test_an_earlier_day_was_not_under_the_rule_yet(request_a: Opinion, code_a: Any, spoken: Any) -> None:
    with acting_at(NOON - timedelta(days=1)):
        assert submit_opinion(code=code_a, spoken=spoken("早一天")).lane == Lane.ORDINARY
