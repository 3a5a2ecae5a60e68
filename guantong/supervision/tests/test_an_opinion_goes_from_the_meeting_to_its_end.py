"""A deliberation opinion: compiled, approved, handed over with its problems, answered, voted on, closed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.tests.conftest import FAILED, Lead

pytestmark = pytest.mark.django_db


def test_the_whole_way(compiled: DeliberationOpinion, problems: list[Problem], lead: Lead) -> None:
    closed = lead(compiled, "closed")
    assert closed.state == "closed"
    assert closed.number is not None
    assert closed.number.endswith("1号")
    assert {row.state for row in Problem.objects.all()} == {"accepted"}


def test_handing_over_assigns_each_problem_to_its_unit(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead
) -> None:
    handed = lead(compiled, "handed_over")
    assert handed.listed_at == handed.handed_over_at
    for problem in problems:
        problem.refresh_from_db()
        assert (problem.state, problem.holder_id) == ("assigned", problem.unit_id)
    assert {clock.code for clock in handed.clocks.filter(ended_at__isnull=True)} == {
        "deliberation.plan",
        "deliberation.report",
    }


def test_a_struck_problem_is_not_assigned(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, clerk_a: Actor
) -> None:
    services.strike_problem(problem=problems[1], reason="与第一个重复", actor=clerk_a)
    lead(compiled, "handed_over")
    assert [row.state for row in Problem.objects.order_by("ordinal")] == ["assigned", "struck"]


def test_the_plan_waits_for_every_measure(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, department_a: Actor
) -> None:
    handed = lead(compiled, "handed_over")
    fix(problems[0], "rectifying")
    with pytest.raises(NotNow, match="还有1个问题"):
        services.submit_plan(opinion=handed, plan="分步整改。", actor=department_a)


def test_a_measure_runs_to_the_day_that_the_unit_names(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead
) -> None:
    lead(compiled, "handed_over")
    problem = fix(problems[0], "rectifying")
    clock = problem.clocks.get(code="problem.rectify")
    assert clock.rule["amount"] == 40
    assert clock.rule["unit"] == "calendar_days"


def test_it_does_not_close_over_an_open_problem(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, clerk_a: Actor
) -> None:
    accepted = lead(compiled, "accepted")
    fix(problems[0], "accepted")
    with pytest.raises(NotNow, match="还有1个问题没有销号"):
        services.close_opinion(opinion=accepted, actor=clerk_a)


def test_a_problem_is_not_reopened_under_a_closed_paper(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, clerk_a: Actor
) -> None:
    lead(compiled, "closed")
    problem = Problem.objects.get(pk=problems[0].pk)
    with pytest.raises(NotNow, match="已经办结"):
        services.reopen_problem(problem=problem, reason="又塌了", actor=clerk_a)


def test_a_reopened_problem_holds_the_paper_open(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, clerk_a: Actor
) -> None:
    accepted = lead(compiled, "accepted")
    for problem in problems:
        fix(problem, "accepted")
    reopened = services.reopen_problem(problem=Problem.objects.get(pk=problems[0].pk), reason="又塌了", actor=clerk_a)
    assert reopened.closed_at is None
    with pytest.raises(NotNow):
        services.close_opinion(opinion=accepted, actor=clerk_a)


def test_the_list_is_fixed_once_it_is_handed_over(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, clerk_a: Actor, water_a: Any
) -> None:
    handed = lead(compiled, "handed_over")
    with pytest.raises(NotNow, match="不能再改"):
        services.list_problem(origin=handed, body="还有一个", unit=water_a, actor=clerk_a)


def test_a_vote_that_fails_is_answered_again_and_the_second_one_goes_to_the_committee(
    compiled: DeliberationOpinion, lead: Lead, department_a: Actor, director_a: Actor, clerk_a: Actor
) -> None:
    failed = services.record_vote(opinion=lead(compiled, "reported"), vote=FAILED, actor=clerk_a)
    assert (failed.state, failed.holder_id) == ("failed", failed.unit_id)
    again = services.rework_opinion(opinion=failed, plan="重新整改。", actor=department_a)
    reported = services.report_handling(opinion=again, report="再次报告。", actor=department_a)
    escalated = services.record_vote(opinion=reported, vote=FAILED, actor=clerk_a)
    assert (escalated.state, escalated.times_failed) == ("escalated", 2)
    resumed = services.resume_opinion(opinion=escalated, reason="专题询问后继续办理", actor=director_a)
    assert (resumed.state, resumed.holder_id) == ("rectifying", resumed.unit_id)


def test_only_the_chair_approves_and_only_the_unit_answers(
    compiled: DeliberationOpinion, lead: Lead, clerk_a: Actor, finance_a: Actor
) -> None:
    with pytest.raises(NotAllowed):
        services.approve_opinion(opinion=compiled, actor=clerk_a)
    handed = lead(compiled, "handed_over")
    with pytest.raises(NotAllowed):
        services.submit_plan(opinion=handed, plan="方案", actor=finance_a)


def test_what_is_published_shows_no_phone_number(compiled: DeliberationOpinion, lead: Lead, clerk_a: Actor) -> None:
    handed = lead(compiled, "handed_over")
    published = services.publish_opinion(opinion=handed, published_text="请拨13977612345反映。", actor=clerk_a)
    assert "13977612345" not in published.published_text
    assert published.published_at is not None


def test_a_day_to_come_and_another_countys_unit_are_refused(
    county_a: Region, clerk_a: Actor, department_b: Actor
) -> None:
    with pytest.raises(BadInput) as refused:
        services.compile_opinion(
            region=county_a,
            title="审议意见",
            meeting="第三十次会议",
            deliberated_on=today() + timedelta(days=1),
            body="加快修复。",
            unit=Organisation.objects.get(pk=department_b.organisation_id),
            actor=clerk_a,
        )
    assert set(refused.value.fields) == {"unit", "deliberated_on"}


def test_the_figures_count_from_the_records(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, county_a: Region
) -> None:
    lead(compiled, "handed_over")
    fix(problems[0], "accepted")
    year = Period.parse(str(today().year))
    codes = (
        "deliberation_opinions_issued",
        "problem_lists_issued",
        "problem_items_listed",
        "problem_items_rectified",
    )
    counted = {code: value(definition(code), county_a, year).amount for code in codes}
    assert counted == {
        "deliberation_opinions_issued": 1,
        "problem_lists_issued": 1,
        "problem_items_listed": 2,
        "problem_items_rectified": 1,
    }
    assert list(differences()) == []
