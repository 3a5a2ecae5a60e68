"""Meetings of the congress: all of its deputies are due, leave with a reason is no absence, each presence counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.base.now import today
from guantong.deputies import services
from guantong.deputies.models import Deputy
from guantong.deputies.presence import presence_at
from guantong.deputies.roster import register_deputy
from guantong.figures.by_subject import DEPUTY, counted_by, counts_by, figures_by, parts_by
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.kernel.periods import Period
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
Make = Callable[..., Any]
CAME, DUE = "congress_session_person_times", "congress_session_due_person_times"
ABSENT, RATE = "congress_session_absent_person_times", "congress_session_attendance_rate"


@pytest.fixture
def year() -> Period:
    return Period.parse(str(today().year))


def test_all_deputies_of_the_level_are_invited_unless_some_are_named(
    enter: Make, plan: Make, county_a: Region, regions: Any, clerk_a: Actor
) -> None:
    mei, hua = enter("王小梅"), enter("陆大华")
    town = regions["451028203"]
    xiu = register_deputy(name="杨秀", level="township", region=county_a, place=town, actor=SYSTEM_ACTOR)
    Deputy.objects.filter(pk=enter("离任代表").pk).update(active=False)
    assert set(plan("session").deputies.all()) == {mei, hua}
    assert set(plan("session", deputies=[mei]).deputies.all()) == {mei}
    in_town = services.plan_activity(
        title="逻西乡人代会", category="session", place=town, region=county_a, planned_for=today(), actor=clerk_a
    )
    assert set(in_town.deputies.all()) == {xiu}
    assert not plan("reception").deputies.exists()


def test_leave_with_a_reason_is_no_absence(
    enter: Make, plan: Make, hold: Make, amount: Make, clerk_a: Actor, county_a: Region, year: Period
) -> None:
    mei, hua, lan = enter("王小梅"), enter("陆大华"), enter("蓝小兰")
    for there in ([mei, hua], [mei]):
        meeting = services.note_leave(activity=plan("session"), deputy=lan, reason="住院", actor=clerk_a)
        held = hold(meeting, deputies=there, guests=["列席的站长"])
    presence = presence_at(held)
    assert (presence.due, presence.came, presence.on_leave, presence.absent) == (3, 1, 1, 1)
    assert (amount(CAME), amount(DUE), amount(ABSENT)) == (3, 4, 1)
    assert amount(RATE) == Decimal("75.0")
    shares = parts_by(definition(RATE), DEPUTY, county_a, year)
    assert shares == {mei.pk: (2, 2), hua.pk: (1, 2)}
    assert counted_by(definition(ABSENT), DEPUTY, county_a, year) == {hua.pk: 1}
    assert list(differences()) == []


def test_who_asked_leave_and_came_is_due_and_present(
    enter: Make, plan: Make, hold: Make, amount: Make, clerk_a: Actor
) -> None:
    mei = enter("王小梅")
    hold(services.note_leave(activity=plan("session"), deputy=mei, reason="住院", actor=clerk_a), deputies=[mei])
    assert (amount(CAME), amount(DUE), amount(ABSENT)) == (1, 1, 0)


def test_a_meeting_to_which_nobody_came_is_counted_as_due(enter: Make, plan: Make, hold: Make, amount: Make) -> None:
    enter("王小梅")
    hold(plan("session"), deputies=[])
    assert (amount(CAME), amount(DUE), amount(ABSENT)) == (0, 1, 1)
    assert list(differences()) == []


def test_a_meeting_that_is_planned_or_called_off_counts_nothing(
    enter: Make, plan: Make, amount: Make, clerk_a: Actor
) -> None:
    enter("王小梅")
    services.cancel_activity(activity=plan("session"), reason="改期", actor=clerk_a)
    plan("session")
    assert (amount(CAME), amount(DUE), amount(ABSENT)) == (0, 0, 0)


def test_it_serves_the_ledger_of_duty_and_the_scores(enter: Make, plan: Make, hold: Make, amount: Make) -> None:
    assert {CAME, DUE, ABSENT} <= {figure.code for figure in figures_by(DEPUTY)}
    assert counts_by(definition(RATE), DEPUTY)
    enter("王小梅")
    hold(plan("session"))
    assert amount("deputy_activities_held") == amount("activity_deputy_person_times") == 0
    assert amount("sc_meeting_observer_person_times") == 0
