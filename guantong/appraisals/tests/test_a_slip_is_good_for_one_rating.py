"""A slip works once, at its meeting, for one of those present; nobody learns whose rating is whose."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import DutyReport, Rating, Slip
from guantong.appraisals.selectors.slips import slip_of, token_of
from guantong.audit.models import Entry
from guantong.base.refusals import BadInput, NotNow, Refusal
from guantong.base.satisfaction import Satisfaction

pytestmark = pytest.mark.django_db
GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED


@pytest.fixture
def held(plan: Any, lead_report: Any) -> DutyReport:
    """Eight slips were printed, six voters are present."""
    report: DutyReport = lead_report(plan(), "held", slips=8, present=6)
    return report


@pytest.fixture
def slip(held: DutyReport) -> Callable[[int], Slip]:
    """`slip(3)`: the slip of that number, found by what is printed on it."""

    def find(number: int) -> Slip:
        found = slip_of(token_of(held.pk, number))
        assert found is not None
        return found

    return find


def test_it_counts_once_and_the_first_rating_stands(held: DutyReport, slip: Any) -> None:
    form = uuid4()
    assert services.rate_by_slip(slip=slip(1), grade=GOOD, form=form)
    assert not services.rate_by_slip(slip=slip(1), grade=BAD, form=form)
    with pytest.raises(NotNow, match="已经用过"):
        services.rate_by_slip(slip=slip(1), grade=BAD, form=uuid4())
    assert list(held.ratings.values_list("grade", flat=True)) == [GOOD]


def test_slips_beyond_those_present_do_not_work(held: DutyReport) -> None:
    assert [slip_of(token_of(held.pk, number)) is not None for number in (1, 6, 7, 8)] == [True, True, False, False]


def test_a_slip_held_before_and_cut_off_by_the_meeting_is_refused(plan: Any, lead_report: Any) -> None:
    report = lead_report(plan(), "written", slips=3)
    early, beyond = slip_of(token_of(report.pk, 1)), slip_of(token_of(report.pk, 3))
    assert early is not None
    assert beyond is not None
    with pytest.raises(NotNow, match="还没有开始"):
        services.rate_by_slip(slip=early, grade=GOOD, form=uuid4())
    lead_report(report, "held", present=2)
    with pytest.raises(NotNow):
        services.rate_by_slip(slip=beyond, grade=GOOD, form=uuid4())


def test_it_works_for_three_hours_and_not_after_the_count(
    held: DutyReport, slip: Any, later: Any, lead_report: Any
) -> None:
    with later(hours=2):
        assert services.rate_by_slip(slip=slip(1), grade=GOOD, form=uuid4())
    with later(hours=4), pytest.raises(NotNow, match="已经结束"):
        services.rate_by_slip(slip=slip(2), grade=GOOD, form=uuid4())
    lead_report(held, "rated")
    with pytest.raises(NotNow, match="已经结束"):
        services.rate_by_slip(slip=slip(2), grade=GOOD, form=uuid4())


def test_no_table_holds_a_token_and_nothing_ties_a_rating_to_a_slip(held: DutyReport, slip: Any) -> None:
    before = Entry.objects.count()
    services.rate_by_slip(slip=slip(1), grade=GOOD, form=uuid4())
    assert Entry.objects.count() == before
    assert {field.name for field in Rating._meta.fields} == {"id", "report", "grade"}
    token = token_of(held.pk, 1)
    assert len(token) == 12
    assert not any(token in str(value) for row in Slip.objects.values() for value in row.values())


def test_no_more_slips_than_a_meeting_can_have(plan: Any, keeper_a: Actor) -> None:
    report = services.print_slips(report=plan(), count=499, actor=keeper_a)
    with pytest.raises(BadInput, match="已印499张"):
        services.print_slips(report=report, count=2, actor=keeper_a)
    report = services.print_slips(report=report, count=1, actor=keeper_a)
    assert list(report.slips.values_list("number", flat=True)) == list(range(1, 501))


def test_the_count_is_refused_where_slips_and_ratings_do_not_agree(
    held: DutyReport, slip: Any, keeper_a: Actor
) -> None:
    services.rate_by_slip(slip=slip(1), grade=GOOD, form=uuid4())
    Rating.objects.create(report=held, grade=GOOD)
    with pytest.raises(NotNow, match="不一致"):
        services.rate_report(report=held, actor=keeper_a)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_uses_the_slip(held: DutyReport, slip: Any) -> None:
    one, start = slip(1), Barrier(6)

    def rate(grade: Satisfaction) -> bool:
        try:
            start.wait()
            return services.rate_by_slip(slip=one, grade=grade, form=uuid4())
        except Refusal:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        counted = list(pool.map(rate, [GOOD, BAD] * 3))
    assert counted.count(True) == 1
    assert held.ratings.count() == held.slips.filter(used_by__isnull=False).count() == 1


@pytest.mark.django_db(transaction=True)
def test_whoever_rates_while_it_is_counted_is_in_the_count_or_is_refused(
    held: DutyReport, slip: Any, keeper_a: Actor
) -> None:
    slips, start = [slip(number) for number in range(1, 6)], Barrier(6)

    def rate(one: Slip | None) -> bool:
        try:
            start.wait()
            if one is None:
                services.rate_report(report=held, actor=keeper_a)
                return False
            return services.rate_by_slip(slip=one, grade=GOOD, form=uuid4())
        except Refusal:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        counted = list(pool.map(rate, [*slips[:3], None, *slips[3:]]))
    report = DutyReport.objects.get(pk=held.pk)
    assert report.state == "rated"
    assert report.votes == report.ratings.count() == counted.count(True)
