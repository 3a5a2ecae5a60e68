"""Whatever legal steps are made in whatever order: a closed paper has no problem that nobody verified."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import Refusal
from guantong.regions.models import Organisation, Region
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.tests.conftest import FAILED, PASSED

pytestmark = pytest.mark.django_db

PAPER = ("approve", "hand_over", "plan", "report", "return", "pass", "fail", "rework", "resume", "close", "list")
EACH = ("measure", "evidence", "accept", "send_back", "reopen", "strike", "own_check")
STEPS = st.lists(st.tuples(st.sampled_from([*PAPER, *EACH]), st.integers(0, 2)), max_size=30)
BIASED = [
    ("list", 0), ("approve", 0), ("hand_over", 0), ("measure", 0), ("measure", 1), ("plan", 0), ("report", 0),
    ("pass", 0),
]  # fmt: skip


class Paper:
    """One paper and everybody who acts on it."""

    def __init__(self, people: dict[str, Actor], region: Region) -> None:
        self.people = people
        self.water = Organisation.objects.get(pk=people["unit"].organisation_id)
        self.opinion = services.compile_opinion(
            region=region, title="审议意见", meeting="第三十次会议", deliberated_on=date(2026, 1, 5), body="一段。",
            unit=self.water, actor=people["clerk"],
        )  # fmt: skip

    def step(self, code: str, which: int) -> None:
        """Try a step on the paper, or on its problem number `which`; a refusal changes nothing."""
        self.opinion.refresh_from_db()
        found = list(Problem.objects.filter(origin_id=self.opinion.pk).order_by("ordinal"))
        try:
            with transaction.atomic():
                if code in PAPER:
                    self._on_paper(code)
                elif found:
                    self._on_problem(code, found[which % len(found)])
        except Refusal:
            return

    def _on_paper(self, code: str) -> None:
        o, clerk, unit, chair = self.opinion, self.people["clerk"], self.people["unit"], self.people["chair"]
        moves: dict[str, Any] = {
            "approve": lambda: services.approve_opinion(opinion=o, actor=chair),
            "hand_over": lambda: services.hand_over_opinion(opinion=o, actor=clerk),
            "plan": lambda: services.submit_plan(opinion=o, plan="方案", actor=unit),
            "report": lambda: services.report_handling(opinion=o, report="报告", actor=unit),
            "return": lambda: services.return_report(opinion=o, reason="不详", actor=clerk),
            "pass": lambda: services.record_vote(opinion=o, vote=PASSED, actor=clerk),
            "fail": lambda: services.record_vote(opinion=o, vote=FAILED, actor=clerk),
            "rework": lambda: services.rework_opinion(opinion=o, plan="再改", actor=unit),
            "resume": lambda: services.resume_opinion(opinion=o, reason="询问后", actor=chair),
            "close": lambda: services.close_opinion(opinion=o, actor=clerk),
            "list": lambda: services.list_problem(origin=o, body="问题", unit=self.water, actor=clerk),
        }
        moves[code]()

    def _on_problem(self, code: str, p: Problem) -> None:
        clerk, unit = self.people["clerk"], self.people["unit"]
        moves: dict[str, Any] = {
            "measure": lambda: services.set_measure(
                problem=p, measure="修", measure_by=today() + timedelta(days=9), actor=unit
            ),
            "evidence": lambda: services.submit_evidence(problem=p, evidence="修了", actor=unit),
            "accept": lambda: services.accept_problem(problem=p, finding="看了", actor=clerk),
            "own_check": lambda: services.accept_problem(problem=p, finding="自查", actor=unit),
            "send_back": lambda: services.send_back_problem(problem=p, reason="没修", actor=clerk),
            "reopen": lambda: services.reopen_problem(problem=p, reason="又坏", actor=clerk),
            "strike": lambda: services.strike_problem(problem=p, reason="重复", actor=clerk),
        }
        moves[code]()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begun=st.booleans(), steps=STEPS)
def test_a_closed_paper_has_only_verified_problems(
    begun: bool,
    steps: list[tuple[str, int]],
    county_a: Region,
    clerk_a: Actor,
    director_a: Actor,
    department_a: Actor,
) -> None:
    paper = Paper({"clerk": clerk_a, "chair": director_a, "unit": department_a}, county_a)
    for code, which in [*(BIASED if begun else []), *steps, ("close", 0)]:
        paper.step(code, which)
        closed = DeliberationOpinion.objects.get(pk=paper.opinion.pk).state == "closed"
        for problem in Problem.objects.filter(origin_id=paper.opinion.pk):
            assert problem.accepted_at is None or problem.checked_by_id != problem.evidence_by_id
            assert not closed or problem.state in ("accepted", "struck")
            assert (problem.state == "accepted") == (problem.accepted_at is not None)


def test_the_steps_can_close_a_paper_at_all(
    county_a: Region, clerk_a: Actor, director_a: Actor, department_a: Actor
) -> None:
    """So that the property is not true for want of closed papers."""
    paper = Paper({"clerk": clerk_a, "chair": director_a, "unit": department_a}, county_a)
    for code, which in [*BIASED, ("evidence", 0), ("accept", 0), ("close", 0)]:
        paper.step(code, which)
    assert DeliberationOpinion.objects.get(pk=paper.opinion.pk).state == "closed"
