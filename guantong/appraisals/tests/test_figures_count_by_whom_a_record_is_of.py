"""`counted_by` asks the records once a figure, and says of each subject what its records say."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Subquery

from guantong.accounts.actors import Actor
from guantong.deputies.models import Deputy, Station
from guantong.figures.by_subject import counted_by, counts_by, figures_by, parts_by
from guantong.figures.definitions import all_definitions, definition
from guantong.kernel.periods import Period
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
KINDS = ("deputy", "unit", "station")


def test_every_path_leads_to_a_subject(county_a: Region, half: Period) -> None:
    for kind in KINDS:
        assert figures_by(kind)
        for figure in figures_by(kind):
            assert counted_by(figure, kind, county_a, half) == {}
    kinds = {kind for figure in all_definitions() for kind in figure.by}
    assert kinds == set(KINDS)


def test_each_subject_has_its_own_count_in_one_query(
    county_a: Region, county_b: Region, half: Period, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy,
    station_a: Station, django_assert_num_queries: Any,
) -> None:  # fmt: skip
    take_part([deputy_row_a, second_row_a], visits=3)
    take_part([deputy_row_a], day=60)
    came, visits = definition("activity_deputy_person_times"), definition("household_visit_person_times")
    with django_assert_num_queries(1):
        assert counted_by(came, "deputy", county_a, half) == {deputy_row_a.pk: 2, second_row_a.pk: 1}
    assert counted_by(visits, "station", county_a, half) == {station_a.pk: 6}
    people = definition("activity_deputies")
    assert counted_by(people, "station", county_a, half) == {station_a.pk: 2}
    assert counted_by(came, "deputy", county_b, half) == {}
    assert counted_by(came, "deputy", county_a, half.previous()) == {}


def test_a_rate_has_both_parts_of_each_unit_in_two_queries(
    county_a: Region, half: Period, suggest: Any, department_a: Actor, django_assert_num_queries: Any
) -> None:
    suggest()
    suggest(phone=True)
    rate = definition("suggestion_contact_rate")
    assert counts_by(rate, "unit")
    assert isinstance(definition("suggestions_met").by["unit"], Subquery)
    with django_assert_num_queries(2):
        assert parts_by(rate, "unit", county_a, half) == {department_a.organisation_id: (1, 2)}


def test_a_late_reply_is_no_reply_in_time(county_a: Region, half: Period, suggest: Any, department_a: Actor) -> None:
    suggest(day=1, replied=80)
    suggest(day=2, replied=120)
    rate = definition("suggestion_in_time_rate")
    assert parts_by(rate, "unit", county_a, half) == {department_a.organisation_id: (1, 2)}
