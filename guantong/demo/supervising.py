"""What a standing committee supervises: a topic of the plan, the paper about it, and its problems put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from guantong.base.now import local_day, now, today
from guantong.demo.county import County, director_of
from guantong.demo.moments import days_later, office, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.supervision import services as supervision
from guantong.supervision.models import DeliberationOpinion, Form, Problem, SupervisionTopic, TopicSource
from guantong.supervision.rules import CRITERIA
from guantong.supervision.selectors import open_problems

PROPOSED, DELIBERATED = (6, 30), (60, 125)
"""Days into the half-year between which topics are proposed, and papers compiled."""

GOES_BACK = 0.25
"""How often a re-check finds that something is left."""


@dataclass(frozen=True, slots=True)
class Session:
    """One topic with its paper, and the moments of both."""

    county: County
    paper: dict[str, Any]
    ordinal: int
    proposed_at: datetime
    deliberated_at: datetime
    rng: Random


def sessions(county: County, first: date) -> Iterator[Session]:
    """What the county's committee takes up in the half-year that begins on `first`."""
    known = data("supervision")
    rng = Random(f"2025 supervision {county.code}")  # noqa: S311  a repeatable story, not a secret
    for ordinal, paper in enumerate(known["paper"][: known["county"].get(county.code, {}).get("number", 0)], 1):
        proposed = office(first + timedelta(days=rng.randint(*PROPOSED)), rng)
        deliberated = office(first + timedelta(days=rng.randint(*DELIBERATED)), rng)
        yield Session(county, paper, ordinal, proposed, deliberated, Random(rng.random()))  # noqa: S311  (a story)


def session_course(session: Session) -> Course:
    """Proposed, scored by two, put into the plan; deliberated, compiled, handed over, answered."""
    county, rng, words = session.county, session.rng, data("supervision")["words"]
    topic = supervision.propose_topic(
        region=county.region,
        title=session.paper["title"],
        year=today().year,
        source=TopicSource(session.paper["source"]),
        form=Form(session.paper["form"]),
        grounds=session.paper["grounds"],
        unit=county.bodies[session.paper["unit"]],
        actor=county.clerks[0],
    )
    yield workdays_later(now(), rng.randint(1, 3), rng)
    for clerk in county.clerks:
        points = {one["code"]: rng.randint(6, 10) for one in CRITERIA}
        topic = supervision.score_topic(topic=topic, points=points, actor=clerk)
    yield workdays_later(now(), rng.randint(2, 5), rng)
    topic = supervision.plan_topic(topic=topic, reason=words["decided"], actor=director_of(county))
    topic = supervision.publish_topic(topic=topic, actor=county.clerks[0])
    yield max(session.deliberated_at, days_later(now(), 5, rng))
    topic = supervision.begin_topic(topic=topic, actor=county.clerks[0])
    yield from _paper_course(session, topic)


def _paper_course(session: Session, topic: SupervisionTopic) -> Course:
    county, rng, words = session.county, session.rng, data("supervision")["words"]
    paper = session.paper
    opinion = supervision.compile_opinion(
        region=county.region,
        title=f"关于{paper['title']}的审议意见",
        meeting=f"{county.region.name}人大常委会{words['meeting'] % {'n': 28 + session.ordinal}}",
        deliberated_on=local_day(now()),
        body=paper["body"],
        unit=county.bodies[paper["unit"]],
        topic=topic,
        actor=county.clerks[0],
    )
    for paragraph, said, unit in paper["problems"]:
        supervision.list_problem(
            origin=opinion, body=said, unit=county.bodies[unit], paragraph=paragraph, actor=county.clerks[0]
        )
    yield workdays_later(now(), 2, rng)
    opinion = supervision.approve_opinion(opinion=opinion, reason=words["approved"], actor=director_of(county))
    yield workdays_later(now(), 1, rng)
    opinion = supervision.hand_over_opinion(opinion=opinion, actor=county.clerks[0])
    yield from _answered(session, opinion)


def _answered(session: Session, opinion: DeliberationOpinion) -> Course:
    """Measures within the month, the plan, then problem after problem, and the report."""
    county, rng, words = session.county, session.rng, data("supervision")["words"]
    officer = county.officer(opinion.unit)
    problems = list(Problem.objects.filter(origin_id=opinion.pk).select_related("unit").order_by("ordinal"))
    yield days_later(now(), rng.randint(5, 15), rng)
    for problem in problems:
        supervision.set_measure(
            problem=problem,
            measure=rng.choice(words["measure"]),
            measure_by=local_day(now()) + timedelta(days=rng.randint(25, 80)),
            actor=county.officer(problem.unit),
        )
    opinion = supervision.submit_plan(opinion=opinion, plan=words["plan"], actor=officer)
    for problem in problems[: -1 if session.ordinal % 2 else None]:
        yield days_later(now(), rng.randint(6, 14), rng)
        yield from _put_right(session, problem)
    yield days_later(now(), rng.randint(1, 5), rng)
    opinion = supervision.report_handling(opinion=opinion, report=words["report"], actor=officer)
    if session.ordinal % 2:
        yield days_later(now(), rng.randint(40, 60), rng)
        yield from _put_right(session, problems[-1])
        close_if_done(county, opinion)


def close_if_done(county: County, opinion: DeliberationOpinion) -> None:
    """Close a paper whose vote passed and whose problems are all struck off, and publish it."""
    opinion.refresh_from_db()
    if opinion.state != "accepted" or open_problems(opinion).exists():
        return
    closed = supervision.close_opinion(opinion=opinion, actor=county.clerks[1])
    text = supervision.text_to_publish(closed)
    supervision.publish_opinion(opinion=closed, published_text=text, actor=county.clerks[1])


def _put_right(session: Session, problem: Problem) -> Course:
    county, rng, words = session.county, session.rng, data("supervision")["words"]
    officer = county.officer(problem.unit)
    problem.refresh_from_db()
    if rng.random() < GOES_BACK:
        problem = supervision.submit_evidence(problem=problem, evidence=rng.choice(words["evidence"]), actor=officer)
        yield workdays_later(now(), rng.randint(2, 4), rng)
        problem = supervision.send_back_problem(problem=problem, reason=words["back"], actor=county.clerks[1])
        yield workdays_later(now(), rng.randint(3, 8), rng)
    problem = supervision.submit_evidence(problem=problem, evidence=rng.choice(words["evidence"]), actor=officer)
    yield workdays_later(now(), rng.randint(2, 6), rng)
    supervision.accept_problem(problem=problem, finding=rng.choice(words["finding"]), actor=county.clerks[1])
