"""The satisfaction vote: called for a report, held in secret, and what it came to decides about the opinion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from guantong.accounts.actors import Actor
from guantong.ballots import services as ballots
from guantong.ballots.models import Ballot
from guantong.ballots.selectors.results import result_of
from guantong.ballots.tests.conftest import FAIR, FIRST, NO, SECOND, YES, members, vote
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotNow
from guantong.handoffs import ballot_on_opinion
from guantong.handoffs.ballot_on_opinion import call_vote, take_vote
from guantong.regions.models import Organisation, Region
from guantong.regions.services import adopt_setting
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion

__all__ = ["members"]
pytestmark = pytest.mark.django_db

Hold = Callable[..., Ballot]


@pytest.fixture
def reported(county_a: Region, clerk_a: Actor, director_a: Actor, department_a: Actor) -> DeliberationOpinion:
    """An opinion without problems, whose report is in."""
    compiled = services.compile_opinion(
        region=county_a,
        title="关于农村饮水工程情况报告的审议意见",
        meeting="第三十次会议",
        deliberated_on=today(),
        body="加快修复水毁设施。",
        unit=Organisation.objects.get(pk=department_a.organisation_id),
        actor=clerk_a,
    )
    approved = services.approve_opinion(opinion=compiled, actor=director_a)
    handed = services.hand_over_opinion(opinion=approved, actor=clerk_a)
    planned = services.submit_plan(opinion=handed, plan="分步整改。", actor=department_a)
    return services.report_handling(opinion=planned, report="已研究处理。", actor=department_a)


@pytest.fixture
def hold(members: list[Actor], clerk_a: Actor) -> Hold:
    """`hold(ballot, yes=7, fair=3, no=2)`: everybody is there, so many vote so, and it is counted."""

    def go(ballot: Ballot, *, yes: int = 0, fair: int = 0, no: int = 0) -> Ballot:
        held = ballots.freeze_ballot(ballot=ballot, actor=clerk_a)
        entries = list(held.roll.order_by("deputy__name").values_list("pk", flat=True))
        ballots.check_in(ballot=held, present=entries, actor=clerk_a)
        held = ballots.open_ballot(ballot=held, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
        for member, choices in zip(members, [YES] * yes + [FAIR] * fair + [NO] * no, strict=False):
            vote(held, member, choices)
        held = ballots.close_ballot(ballot=held, actor=clerk_a)
        return ballots.count_ballot(ballot=held, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)

    return go


def test_what_more_than_half_find_fair_passes(reported: DeliberationOpinion, hold: Hold, clerk_a: Actor) -> None:
    ballot = hold(call_vote(opinion=reported, actor=clerk_a), yes=4, fair=3, no=6)
    reported.refresh_from_db()
    accepted = take_vote(opinion=reported, ballot=ballot, actor=clerk_a)
    assert accepted.state == "accepted"
    assert accepted.vote == {
        "passed": True, "satisfied": 4, "fair": 3, "dissatisfied": 6, "members": 13, "present": 13,
        "ballot": ballot.title,
    }  # fmt: skip


def test_what_half_do_not_find_fair_fails(reported: DeliberationOpinion, hold: Hold, clerk_a: Actor) -> None:
    ballot = hold(call_vote(opinion=reported, actor=clerk_a), yes=4, fair=2, no=7)
    assert take_vote(opinion=reported, ballot=ballot, actor=clerk_a).state == "failed"


def test_the_rule_is_the_one_of_the_day_of_handing_over(
    reported: DeliberationOpinion, hold: Hold, clerk_a: Actor, county_a: Region
) -> None:
    DeliberationOpinion.objects.filter(pk=reported.pk).update(
        handed_over_at=(reported.handed_over_at or reported.opened_at) - timedelta(days=2)
    )
    adopt_setting(
        key="ballot.satisfaction", value={"passing": ["satisfied"]}, effective_from=today(), basis="本县新办法",
        region=county_a,
    )  # fmt: skip
    reported.refresh_from_db()
    ballot = hold(call_vote(opinion=reported, actor=clerk_a), yes=4, fair=5, no=4)
    assert take_vote(opinion=reported, ballot=ballot, actor=clerk_a).state == "accepted"


def test_a_ballot_without_effect_decides_nothing(
    reported: DeliberationOpinion, hold: Hold, clerk_a: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballot = hold(call_vote(opinion=reported, actor=clerk_a), yes=9)
    without = replace(result_of(ballot), effective=False)
    monkeypatch.setattr(ballot_on_opinion, "result_of", lambda _: without)
    with pytest.raises(BadInput, match="无效"):
        take_vote(opinion=reported, ballot=ballot, actor=clerk_a)


def test_one_at_a_time_and_none_before_the_report(
    reported: DeliberationOpinion, hold: Hold, clerk_a: Actor, department_a: Actor
) -> None:
    first = call_vote(opinion=reported, actor=clerk_a)
    with pytest.raises(NotNow, match="正在进行"):
        call_vote(opinion=reported, actor=clerk_a)
    with pytest.raises(BadInput):
        take_vote(opinion=reported, ballot=first, actor=clerk_a)
    counted = hold(first, yes=2, no=11)
    failed = take_vote(opinion=reported, ballot=counted, actor=clerk_a)
    again = services.rework_opinion(opinion=failed, plan="再整改。", actor=department_a)
    reported_again = services.report_handling(opinion=again, report="再次报告。", actor=department_a)
    with pytest.raises(BadInput, match="最近一次报告之前"):
        take_vote(opinion=reported_again, ballot=counted, actor=clerk_a)
