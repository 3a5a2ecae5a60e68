"""A problem: the unit reports, somebody else looks; what is not put right goes back."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.attachments.images import read_photo
from guantong.attachments.models import Attachment
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.selectors import visible
from guantong.supervision import services
from guantong.supervision.models import DeliberationOpinion, Problem
from guantong.supervision.tests.conftest import Lead

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidenced(compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead) -> Problem:
    """The water department's problem, reported as put right."""
    lead(compiled, "handed_over")
    found: Problem = fix(problems[0], "evidenced")
    return found


def test_the_unit_does_not_check_its_own_evidence(evidenced: Problem, department_a: Actor) -> None:
    with pytest.raises(NotAllowed):
        services.accept_problem(problem=evidenced, finding="已看", actor=department_a)


def test_the_database_refuses_a_checker_who_reported(evidenced: Problem) -> None:
    rows = Problem.objects.filter(pk=evidenced.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(accepted_at=now(), checked_by_id=evidenced.evidence_by_id)


def test_what_is_not_put_right_goes_back_with_the_reason(evidenced: Problem, clerk_a: Actor, fix: Lead) -> None:
    back = services.send_back_problem(problem=evidenced, reason="第三处没有修", actor=clerk_a)
    assert (back.state, back.holder_id) == ("rectifying", back.unit_id)
    assert [clock.code for clock in back.clocks.filter(ended_at__isnull=True)] == ["problem.again"]
    assert fix(back, "accepted").closed_at is not None


def test_the_day_of_a_measure_is_to_come(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, department_a: Actor
) -> None:
    lead(compiled, "handed_over")
    problem = Problem.objects.get(pk=problems[0].pk)
    with pytest.raises(BadInput) as no:
        services.set_measure(problem=problem, measure="修", measure_by=today(), actor=department_a)
    assert list(no.value.fields) == ["measure_by"]


def test_more_time_is_given_within_the_rule(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, clerk_a: Actor
) -> None:
    lead(compiled, "handed_over")
    problem = fix(problems[0], "rectifying")
    due = problem.clocks.get(code="problem.rectify").due_at
    assert due is not None
    more = services.extend_problem(problem=problem, clock="problem.rectify", amount=30, reason="汛期", actor=clerk_a)
    later = more.clocks.get(code="problem.rectify").due_at
    assert later is not None
    assert later - due >= timedelta(days=28)
    with pytest.raises(BadInput):
        services.extend_problem(problem=more, clock="problem.rectify", amount=61, reason="再延", actor=clerk_a)


def test_a_unit_sees_its_own_problems_alone(
    compiled: DeliberationOpinion,
    problems: list[Problem],
    lead: Lead,
    officer_of: Callable[[Problem], Actor],
    clerk_b: Actor,
) -> None:
    lead(compiled, "handed_over")
    for problem in problems:
        seen = visible(officer_of(problem)).filter(kind="problem")
        assert [row.pk for row in seen] == [problem.pk]
    assert not visible(clerk_b).filter(kind__in=("problem", "deliberation_opinion")).exists()


def test_photos_come_with_the_evidence(
    compiled: DeliberationOpinion, problems: list[Problem], lead: Lead, fix: Lead, department_a: Actor
) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (90, 120, 60)).save(buffer, "JPEG")
    lead(compiled, "handed_over")
    problem = fix(problems[0], "rectifying")
    photo = read_photo(SimpleUploadedFile("现场.jpg", buffer.getvalue(), "image/jpeg"))
    services.submit_evidence(problem=problem, evidence="已修复。", photos=[photo], actor=department_a)
    assert Attachment.objects.get(owner=problem.pk).media_type == "image/jpeg"
