"""Whoever came to an activity is one person-time; persons are counted once however often they came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.models import Activity, Deputy
from guantong.figures.settle import differences
from guantong.regions.models import Region

Make = Callable[..., Any]


def test_person_times_and_persons_are_two_figures(enter: Make, plan: Make, hold: Make, amount: Make) -> None:
    mei, hua = enter("王小梅"), enter("陆大华")
    for _ in range(2):
        hold(plan("inspection", deputies=[mei, hua]))
    assert amount("research_inspection_deputy_person_times") == 4
    assert amount("deputies_invited_to_activities") == 2
    assert list(differences()) == []


def test_guests_are_person_times_but_no_deputies(enter: Make, plan: Make, hold: Make, amount: Make) -> None:
    tour = hold(plan("study_tour", deputies=[enter("王小梅")]), guests=["梁站长", "梁站长", "韦干事"])
    assert [str(row) for row in tour.attendances.filter(came=True).order_by("pk")] == ["王小梅", "梁站长", "韦干事"]
    assert amount("study_tour_person_times") == 3


def test_who_was_invited_and_did_not_come_is_not_counted(enter: Make, plan: Make, hold: Make, amount: Make) -> None:
    mei, hua = enter("王小梅"), enter("陆大华")
    meeting = hold(plan("sitting_in", deputies=[mei, hua]), deputies=[mei])
    assert amount("sc_meeting_observer_person_times") == 1
    assert {row.deputy: row.came for row in meeting.attendances.all()} == {mei: True, hua: False}


def test_a_deputy_signs_up_and_asks_leave_for_themself(
    deputy_a: Actor, deputy_row_a: Deputy, plan: Make, hold: Make, amount: Make, clerk_a: Actor
) -> None:
    training: Activity = plan("training")
    training = services.sign_up(activity=training, deputy=deputy_row_a, actor=deputy_a)
    assert training.attendances.get().invited is False
    training = services.ask_leave(activity=training, deputy=deputy_row_a, reason="当日外出", actor=deputy_a)
    assert hold(training).attendances.get().came is False
    assert amount("professional_training_person_times") == 0
    with pytest.raises(NotAllowed):
        services.sign_up(activity=plan("training"), deputy=deputy_row_a, actor=clerk_a)
    with pytest.raises(NotNow):
        services.sign_up(activity=training, deputy=deputy_row_a, actor=deputy_a)


def test_counties_that_research_together_are_counted_with_the_own_one(
    regions: dict[str, Region], plan: Make, hold: Make, amount: Make
) -> None:
    with pytest.raises(BadInput) as no:
        plan("joint_research")
    assert "regions" in no.value.fields
    for _ in range(2):
        hold(plan("joint_research", regions=[regions["451029"]]))
    assert amount("joint_research_counties") == 2


def test_only_a_member_of_the_standing_committee_contacts_deputies(
    enter: Make, plan: Make, hold: Make, amount: Make
) -> None:
    mei = enter("王小梅")
    for other in (None, mei):
        with pytest.raises(BadInput) as no:
            plan("member_contact", member=other, deputies=[mei])
        assert "member" in no.value.fields
    hold(plan("member_contact", member=enter("陆主任", member=True), deputies=[mei]))
    assert amount("sc_member_deputy_contact_person_times") == 1


def test_what_the_committee_organises_is_no_activity_of_a_station(plan: Make, hold: Make, amount: Make) -> None:
    hold(plan("training", deputies=[]))
    assert amount("deputy_activities_held") == 0
    hold(plan("face_to_face", deputies=[]))
    assert amount("deputy_activities_held") == 1
