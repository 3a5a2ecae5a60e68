"""A line holds what the rule gives on the records, and nothing else; recomputed from scratch it is the same."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import ScoreSheet, Subjects
from guantong.appraisals.scoring import ranks, score
from guantong.appraisals.selectors.sheets import differences
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy, Visit
from guantong.deputies.services import strike_visit
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
RATE = {"figure": "r", "points": 40, "rate": True}
COUNT = {"figure": "c", "points": 60, "full_at": 3}


def test_a_deputy_has_points_for_what_is_on_record(
    sheet: Any, take_part: Any, line_of: Any, deputy_row_a: Deputy, second_row_a: Deputy
) -> None:
    take_part([deputy_row_a, second_row_a], visits=4)
    take_part([deputy_row_a], "training", day=60)
    take_part([deputy_row_a], "reception", day=-3)
    made = sheet()
    first, second = line_of(made, deputy_row_a), line_of(made, second_row_a)
    counted = {item["figure"]: (item["count"], item["points"]) for item in first.working["items"]}
    # one of six receptions of 15 points, 4 of 20 person-times of 10, one of one training of 10; of 95 in all
    assert counted["activity_deputy_person_times"] == (1, "2.50")
    assert counted["household_visit_person_times"] == (4, "2.00")
    assert counted["professional_training_person_times"] == (1, "10.00")
    assert first.points == Decimal("14.50")
    assert second.points == Decimal("4.50")
    assert (first.rank, second.rank) == (1, 2)
    assert differences(made) == []


def test_a_unit_has_points_for_its_rates(
    sheet: Any, suggest: Callable[..., Any], line_of: Any, department_a: Actor
) -> None:
    suggest()
    suggest(phone=True)
    suggest(day=5, replied=130, grade=Satisfaction.DISSATISFIED)
    made = sheet(Subjects.UNIT)
    line = line_of(made, Organisation.objects.get(pk=department_a.organisation_id))
    counted = {item["figure"]: (item["count"], item["of"], item["points"]) for item in line.working["items"]}
    assert counted["suggestion_in_time_rate"] == (2, 3, "20.00")
    assert counted["suggestion_contact_rate"] == (2, 3, "13.33")
    assert counted["suggestion_first_satisfaction_rate"] == (2, 3, "13.33")
    assert counted["suggestion_reply_a_share"] == (3, 3, "15.00")
    assert counted["suggestion_promise_conversion_rate"] == (0, 0, None)
    assert (line.working["full"], line.points) == (85, Decimal("72.54"))
    assert made.lines.count() == 1
    assert differences(made) == []


def test_what_changes_in_the_records_is_named(
    sheet: Any, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy, clerk_a: Actor
) -> None:
    held = take_part([deputy_row_a], visits=4)
    made = sheet(to="computed")
    strike_visit(activity=held, visit=Visit.objects.get(), reason="重复登记", actor=clerk_a)
    assert differences(made) == [deputy_row_a.name]
    again = services.compute_sheet(sheet=made, actor=clerk_a)
    assert differences(again) == []


def test_a_county_scores_by_its_own_dated_rule(
    sheet: Any, take_part: Any, line_of: Any, deputy_row_a: Deputy, county_a: Region, half: Period
) -> None:
    own = [{"figure": "activity_deputy_person_times", "points": 100, "full_at": 2}]
    adopt_setting(key="score.deputy", value=own, region=county_a, effective_from=half.start, basis="乐人常〔2026〕2号")
    later = [{"figure": "activity_deputy_person_times", "points": 100, "full_at": 50}]
    after = Period.parse(half.code).end.replace(year=half.end.year + 1)
    adopt_setting(key="score.deputy", value=later, region=county_a, effective_from=after, basis="乐人常〔2027〕1号")
    take_part([deputy_row_a])
    made: ScoreSheet = ScoreSheet.objects.get(pk=sheet().pk)
    assert (made.rule["items"], made.rule["basis"]) == (own, "乐人常〔2026〕2号")
    assert line_of(made, deputy_row_a).points == Decimal("50.00")


@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["first", "second", "both"]),
            st.sampled_from(["reception", "training", "inspection", "sitting_in"]),
            st.integers(0, 170),
            st.integers(0, 30),
        ),
        max_size=5,
    )
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_records_recompute_to_the_same(
    sheet: Any, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy, acts: list[tuple[str, str, int, int]]
) -> None:
    people = {"first": [deputy_row_a], "second": [second_row_a], "both": [deputy_row_a, second_row_a]}
    with transaction.atomic():
        for who, category, day, visits in acts:
            take_part(people[who], category, day=day, visits=visits)
        made = sheet(to="computed")
        assert differences(made) == []
        lines = list(made.lines.all())
        assert len(lines) == 2
        for line in lines:
            assert 0 <= line.points <= 100
            assert line.rank == 1 + sum(other.points > line.points for other in lines)
            assert all(0 <= Decimal(item["points"]) <= item["full"] for item in line.working["items"])
        transaction.set_rollback(True)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_points_are_within_nothing_and_all(count: int, top: int, more: int) -> None:
    made = score([RATE, COUNT], {"r": (top, top + more), "c": (count, 0)})
    assert made is not None
    assert 0 <= made.points <= 100
    assert (made.points == 100) == (count >= 3 and not more) or made.points < 100


def test_a_rate_of_nothing_is_scaled_away_and_only_nothing_gives_no_score() -> None:
    made = score([RATE, COUNT], {"c": (3, 0)})
    assert made is not None
    assert (made.points, made.working["full"]) == (Decimal(100), 60)
    assert score([RATE], {}) is None


@given(st.lists(st.decimals(0, 100, places=2), max_size=20))
def test_equal_points_share_a_rank(points: list[Decimal]) -> None:
    by_points = ranks(points)
    assert all(by_points[each] == 1 + sum(other > each for other in points) for each in points)
