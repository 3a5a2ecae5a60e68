"""A topic, a deliberation opinion with two problems, and the way each goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.base.now import today
from guantong.regions.models import Organisation, Region
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, Form, Problem, SupervisionTopic, TopicSource
from guantong.supervision.services import Vote

BODY = "一、加快修复水毁水利设施。\n二、建立农村饮水工程管护机制。\n三、管好用好水利资金。"
PASSED = Vote(passed=True, satisfied=12, fair=5, dissatisfied=3, members=23, present=20, ballot="测评一")
FAILED = Vote(passed=False, satisfied=5, fair=4, dissatisfied=11, members=23, present=20, ballot="测评二")
Lead = Callable[..., Any]


@pytest.fixture
def water_a(department_a: Actor) -> Organisation:
    return Organisation.objects.get(pk=department_a.organisation_id)


@pytest.fixture
def finance_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the finance office of county A."""
    return hire("caizheng-a", "钱守业", Role.DEPARTMENT, body("caizheng"))


@pytest.fixture
def topic_a(county_a: Region, clerk_a: Actor, water_a: Organisation) -> SupervisionTopic:
    return services.propose_topic(
        region=county_a,
        title="农村饮水工程建设和管护",
        year=today().year + 1,
        source=TopicSource.OPINIONS,
        form=Form.REPORT,
        grounds="一年来群众反映饮水困难四十余件。",
        unit=water_a,
        actor=clerk_a,
    )


@pytest.fixture
def compiled(county_a: Region, clerk_a: Actor, water_a: Organisation) -> DeliberationOpinion:
    """The draft of an opinion of three paragraphs, without problems."""
    return services.compile_opinion(
        region=county_a,
        title="关于农村饮水工程建设情况报告的审议意见",
        meeting="县第十七届人大常委会第三十次会议",
        deliberated_on=today(),
        body=BODY,
        unit=water_a,
        actor=clerk_a,
    )


@pytest.fixture
def problems(compiled: DeliberationOpinion, clerk_a: Actor, water_a: Organisation, finance_a: Actor) -> list[Problem]:
    """One problem of the water department and one of the finance office."""
    finance = Organisation.objects.get(pk=finance_a.organisation_id)
    given = [("民治村水渠水毁三处未修复。", water_a, 1), ("水利维修资金未按时拨付。", finance, 3)]
    return [
        services.list_problem(origin=compiled, body=body, unit=unit, paragraph=paragraph, actor=clerk_a)
        for body, unit, paragraph in given
    ]


@pytest.fixture
def officer_of(department_a: Actor, finance_a: Actor) -> Callable[[Problem], Actor]:
    """`officer_of(problem)`: whoever acts for its unit."""
    by_unit = {officer.organisation_id: officer for officer in (department_a, finance_a)}
    return lambda problem: by_unit[problem.unit_id]


@pytest.fixture
def fix(officer_of: Callable[[Problem], Actor], clerk_a: Actor) -> Lead:
    """`fix(problem, "accepted")`: lead a problem that was assigned to a state."""

    def steps(officer: Actor) -> Iterator[tuple[str, Callable[[Problem], Problem]]]:
        yield (
            "rectifying",
            lambda p: services.set_measure(
                problem=p, measure="组织施工队修复。", measure_by=today() + timedelta(days=40), actor=officer
            ),
        )
        yield "evidenced", lambda p: services.submit_evidence(problem=p, evidence="已修复通水。", actor=officer)
        yield "accepted", lambda p: services.accept_problem(problem=p, finding="到现场查看，已通水。", actor=clerk_a)

    def go(problem: Problem, to: str) -> Problem:
        problem.refresh_from_db()
        path = list(steps(officer_of(problem)))
        names = [name for name, _ in path]
        for _name, step in path[names.index(problem.state) + 1 if problem.state in names else 0 : names.index(to) + 1]:
            problem = step(problem)
        return problem

    return go


@pytest.fixture
def lead(clerk_a: Actor, director_a: Actor, department_a: Actor, fix: Lead) -> Lead:
    """`lead(opinion, "reported")`: lead an opinion to a state, its problems with it as far as they must be."""

    def plan(o: DeliberationOpinion) -> DeliberationOpinion:
        for problem in Problem.objects.filter(origin_id=o.pk, state="assigned").order_by("ordinal"):
            fix(problem, "rectifying")
        return services.submit_plan(opinion=o, plan="分三步整改。", actor=department_a)

    def close(o: DeliberationOpinion) -> DeliberationOpinion:
        for problem in Problem.objects.filter(origin_id=o.pk, closed_at__isnull=True).order_by("ordinal"):
            fix(problem, "accepted")
        return services.close_opinion(opinion=o, actor=clerk_a)

    steps: list[tuple[str, Callable[[DeliberationOpinion], DeliberationOpinion]]] = [
        ("approved", lambda o: services.approve_opinion(opinion=o, actor=director_a)),
        ("handed_over", lambda o: services.hand_over_opinion(opinion=o, actor=clerk_a)),
        ("rectifying", plan),
        ("reported", lambda o: services.report_handling(opinion=o, report="已研究处理。", actor=department_a)),
        ("accepted", lambda o: services.record_vote(opinion=o, vote=PASSED, actor=clerk_a)),
        ("closed", close),
    ]

    def go(opinion: DeliberationOpinion, to: str) -> DeliberationOpinion:
        names = [name for name, _ in steps]
        for _name, step in steps[names.index(opinion.state) + 1 if opinion.state in names else 0 : names.index(to) + 1]:
            opinion = step(opinion)
        return opinion

    return go
