"""The count of a rating: by slip and on paper, by somebody other than the deputy, never more than were present."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from guantong.accounts.actors import Actor
from guantong.accounts.models import Person
from guantong.appraisals import services
from guantong.appraisals.models import DutyReport
from guantong.appraisals.selectors.reports import result_of
from guantong.appraisals.selectors.slips import slip_of, token_of
from guantong.attachments.selectors import photos_of
from guantong.audit.models import Entry
from guantong.base.refusals import BadInput, NotAllowed
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(plan: Any, lead_report: Any) -> DutyReport:
    """Six voters are present with a slip each; the first two have rated by phone, one 满意 and one 不满意."""
    report: DutyReport = lead_report(plan(), "held", slips=6, present=6)
    for number, grade in ((1, Satisfaction.SATISFIED), (2, Satisfaction.DISSATISFIED)):
        slip = slip_of(token_of(report.pk, number))
        assert slip is not None
        services.rate_by_slip(slip=slip, grade=grade, form=uuid4())
    return report


def test_both_ways_are_counted_together(held: DutyReport, keeper_a: Actor, photo: Any) -> None:
    done = services.rate_report(report=held, satisfied=2, fair=1, tally=photo(), actor=keeper_a)
    assert (done.satisfied, done.fair, done.dissatisfied, done.votes, done.content) == (3, 1, 1, 5, 4)
    result = result_of(DutyReport.objects.get(pk=done.pk))
    assert result is not None
    assert [count for _grade, count in result.grades] == [3, 1, 1]
    assert str(result.rate) == "80.0"
    # The sign-in list and the tally show the same picture, which is kept once.
    assert photos_of(done.pk).count() == 1


def test_never_more_than_were_present(held: DutyReport, keeper_a: Actor, photo: Any) -> None:
    with pytest.raises(BadInput, match="纸质票最多4张"):
        services.rate_report(report=held, satisfied=3, fair=2, tally=photo(), actor=keeper_a)
    with pytest.raises(BadInput):
        services.rate_report(report=held, satisfied=-1, fair=2, tally=photo(), actor=keeper_a)
    assert services.rate_report(report=held, satisfied=4, tally=photo(), actor=keeper_a).votes == 6
    with pytest.raises(IntegrityError, match="rated_by_those_present"), transaction.atomic():
        DutyReport.objects.filter(pk=held.pk).update(satisfied=6, votes=7, content=6)


def test_paper_needs_the_photo_of_its_tally_and_phones_none(held: DutyReport, keeper_a: Actor) -> None:
    with pytest.raises(BadInput, match="计票单照片"):
        services.rate_report(report=held, satisfied=1, actor=keeper_a)
    assert services.rate_report(report=held, actor=keeper_a).votes == 2


def test_a_deputy_never_enters_their_own_tally(
    held: DutyReport, deputy_a: Actor, clerk_a: Actor, deputy_row_a: Deputy
) -> None:
    with pytest.raises(NotAllowed):
        services.rate_report(report=held, actor=deputy_a)
    # Not as a clerk either, who is a deputy besides.
    Deputy.objects.filter(pk=deputy_row_a.pk).update(person=Person.objects.get(pk=clerk_a.person_id))
    with pytest.raises(NotAllowed, match="以外的人"):
        services.rate_report(report=DutyReport.objects.get(pk=held.pk), actor=clerk_a)


def test_fewer_than_five_are_not_told_by_grade_anywhere(held: DutyReport, keeper_a: Actor, photo: Any) -> None:
    done = services.rate_report(report=held, fair=2, tally=photo(), actor=keeper_a)
    result = result_of(done)
    assert result is not None
    assert (result.votes, result.grades, result.rate) == (4, (), None)
    entry = Entry.objects.get(chain=done.pk, action="rate")
    assert set(entry.data) == {"votes", "on_paper", "photo", "changes"}
    assert set(entry.data["changes"]) == {"rated_at", "holder"}


def test_a_meeting_had_somebody_present_who_is_on_the_list(
    plan: Any, lead_report: Any, keeper_a: Actor, photo: Any
) -> None:
    report = lead_report(plan(), "written")
    for present in (0, 501):
        with pytest.raises(BadInput, match="1至500"):
            services.hold_report(report=report, present=present, sign_in=photo(), actor=keeper_a)
