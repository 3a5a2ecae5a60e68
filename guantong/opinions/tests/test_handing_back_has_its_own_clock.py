"""How long a body may hand back: reckoned like every clock, in the unit of the county's rule."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import NotAllowed
from guantong.matters.models import Clock
from guantong.opinions.models import Opinion
from guantong.opinions.services import hand_back_opinion
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 3, 3, 9, tzinfo=CHINA)


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    with acting_at(MONDAY):
        yield


@pytest.fixture
def back(department_a: Actor) -> Callable[[Opinion, timedelta], Opinion]:
    def hand(opinion: Opinion, after: timedelta) -> Opinion:
        with acting_at(MONDAY + after):
            return hand_back_opinion(opinion=opinion, reason="不属我局", next_body="交通运输局", actor=department_a)

    return hand


def rule(county_a: Any, **value: Any) -> None:
    adopt_setting(
        key="clock.opinion.hand_back", value=value, effective_from=MONDAY.date(), basis="县办法", region=county_a
    )


def test_a_rule_in_hours_is_counted_in_hours(county_a: Any, opinion_a: Opinion, walk: Any, back: Any) -> None:
    rule(county_a, amount=24, unit="hours")
    assigned = walk(opinion_a, to="assigned")
    with pytest.raises(NotAllowed, match="24小时"):
        back(assigned, timedelta(hours=25))
    assert back(assigned, timedelta(hours=23)).state == "accepted"


def test_a_rule_in_days_is_counted_in_days(county_a: Any, opinion_a: Opinion, walk: Any, back: Any) -> None:
    rule(county_a, amount=3, unit="calendar_days")
    assigned = walk(opinion_a, to="assigned")
    with pytest.raises(NotAllowed, match="3天"):
        back(assigned, timedelta(days=4))
    assert back(assigned, timedelta(days=3)).state == "accepted"


def test_what_the_clock_was_stopped_for_does_not_count(opinion_a: Opinion, walk: Any, back: Any) -> None:
    assigned = walk(opinion_a, to="assigned")
    pause = [(MONDAY + timedelta(days=n)).isoformat() for n in (1, 15)]
    Clock.objects.filter(matter=assigned, code="opinion.department").update(pauses=[pause])
    assert back(assigned, timedelta(days=18)).state == "accepted"
