"""Each item of a line opens the records of that deputy or unit, and of nobody else, for whoever may read the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.appraisals.models import ScoreLine, Subjects
from guantong.deputies.models import Deputy, Visit
from guantong.deputies.services import strike_visit
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(client: Client, sign_in: Any) -> Callable[..., Any]:
    """`opened(deputy_a, line, figure)`: the answer of the page of an item's records."""

    def ask(actor: Actor, line: ScoreLine, figure: str) -> Any:
        address = reverse("desk:score-records", args=[line.sheet_id, line.pk, figure])
        return sign_in(client, actor).get(address)

    return ask


def test_a_deputys_point_lists_their_own_records(
    opened: Any, sheet: Any, take_part: Any, line_of: Any, deputy_row_a: Deputy, second_row_a: Deputy, clerk_a: Actor
) -> None:
    both = take_part([deputy_row_a, second_row_a], visits=4)
    other = take_part([second_row_a], day=50, visits=2)
    line = line_of(sheet(), deputy_row_a)
    page = opened(clerk_a, line, "household_visit_person_times")
    working = page.context["working"]
    assert [(row.matter, row.amount) for row in working.rows] == [(both.pk, 4)]
    assert not working.changed_since
    assert str(other.pk) not in page.content.decode()
    assert "10 × 4 ÷ 20 ＝ 2.00" in page.content.decode()


def test_a_units_rate_tells_which_records_reach_it(
    opened: Any, sheet: Any, suggest: Any, line_of: Any, department_a: Actor
) -> None:
    met, phoned = suggest(), suggest(phone=True)
    line = line_of(sheet(Subjects.UNIT), Organisation.objects.get(pk=department_a.organisation_id))
    page = opened(department_a, line, "suggestion_contact_rate")
    reached = {row.matter: row.counts for row in page.context["working"].rows}
    assert reached == {met.pk: True, phoned.pk: False}
    assert "未达到" in page.content.decode()


def test_what_changed_since_is_said(
    opened: Any, sheet: Any, take_part: Any, line_of: Any, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    held = take_part([deputy_row_a], visits=4)
    line = line_of(sheet(), deputy_row_a)
    strike_visit(activity=held, visit=Visit.objects.get(), reason="重复登记", actor=clerk_a)
    assert "计算以后记录有变化" in opened(clerk_a, line, "household_visit_person_times").content.decode()


def test_only_who_reads_the_line_opens_them(
    opened: Any, sheet: Any, take_part: Any, line_of: Any, deputy_row_a: Deputy, second_row_a: Deputy, deputy_a: Actor,
    second_deputy_a: Actor, keeper_a: Actor, department_a: Actor, clerk_a: Actor, clerk_b: Actor,
) -> None:  # fmt: skip
    take_part([deputy_row_a, second_row_a])
    line, figure = line_of(sheet(), deputy_row_a), "activity_deputy_person_times"
    readers = (deputy_a, clerk_a, second_deputy_a, keeper_a, department_a, clerk_b)
    assert [opened(actor, line, figure).status_code for actor in readers] == [200, 200, 404, 404, 404, 404]
    assert opened(clerk_a, line, "stations_upgraded").status_code == 404
