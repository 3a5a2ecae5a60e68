"""Reminder, supervision, report to the chair: each once, and each an entry."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.audit.models import Entry
from guantong.base.now import CHINA, acting_at
from guantong.matters.services import sweep_overdue
from guantong.opinions.services import accept_opinion, assign_opinion, extend_opinion, submit_opinion
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 3, 3, 9, tzinfo=CHINA)


def actions(matter: Any) -> list[str]:
    return list(Entry.objects.filter(chain=matter.pk).order_by("seq").values_list("action", flat=True))


@pytest.fixture
def assigned(code_a: Any, spoken: Any, clerk_a: Actor, body: Any) -> Any:
    """Assigned to the water department on 3 March 2025: due at the end of 2 April, a Wednesday."""
    with acting_at(MONDAY):
        opinion = submit_opinion(code=code_a, spoken=spoken())
        accept_opinion(opinion=opinion, actor=clerk_a)
        return assign_opinion(opinion=opinion, holder=body("shuili"), actor=clerk_a)


def sweep_on(month: int, day: int) -> int:
    with acting_at(datetime(2025, month, day, 8, tzinfo=CHINA)):
        return sweep_overdue().steps


def test_nothing_happens_before_the_due_moment(assigned: Any) -> None:
    assert assigned.due_at == datetime(2025, 4, 2, 23, 59, 59, tzinfo=CHINA)
    assert sweep_on(4, 2) == 0


def test_each_step_is_taken_once_in_its_time(assigned: Any) -> None:
    steps = {day: sweep_on(4, day) for day in range(3, 22)}
    # The third working day after 2 April is the 8th: the 4th is Tomb-Sweeping Day, then a weekend.
    assert {day for day, n in steps.items() if n} == {3, 9, 15}
    assert actions(assigned)[3:] == ["remind", "supervise", "report_to_chair"]


def test_a_county_may_set_its_own_ladder(assigned: Any, county_a: Any) -> None:
    adopt_setting(
        key="overdue.ladder",
        value={"supervise": 1, "report_to_chair": 2},
        effective_from=MONDAY.date(),
        basis="县级跟踪督办办法",
        region=county_a,
    )
    from guantong.regions import rulebook

    rulebook.forget()
    assert [sweep_on(4, 3), sweep_on(4, 8), sweep_on(4, 9)] == [1, 1, 1]


def test_an_extension_starts_the_ladder_anew(assigned: Any, clerk_a: Actor) -> None:
    with acting_at(MONDAY + timedelta(days=10)):
        extend_opinion(opinion=assigned, clock="opinion.department", amount=10, reason="需要跨汛期施工", actor=clerk_a)
    # Forty days end on Saturday 12 April, so on Monday the 14th.
    assert [sweep_on(4, 3), sweep_on(4, 14), sweep_on(4, 15)] == [0, 0, 1]
