"""Reports and ratings as figures, by deputy and by county; and the score of whoever reported."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.appraisals.selectors.duty import ledger_of
from guantong.base.now import CHINA, acting_at
from guantong.deputies.models import Deputy
from guantong.figures.by_subject import counted_by, parts_by
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.matters.witness import matter_faults
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
IN_H1 = datetime(2025, 3, 3, 10, tzinfo=CHINA)
H1 = Period.parse("2025H1")


@pytest.fixture
def reported(plan: Any, lead_report: Any, deputy_row_a: Deputy) -> Deputy:
    """Deputy_a reported on two years at once: rated by five, and by three."""
    with acting_at(IN_H1):
        lead_report(plan(year=2024), "published", paper=(3, 1, 1))
        lead_report(plan(year=2023), "rated", paper=(0, 0, 3))
        lead_report(plan(year=2025), "written")
    return deputy_row_a


@pytest.mark.parametrize(
    ("code", "amount"),
    [
        ("duty_reports_held", 2),
        ("duty_report_ratings", 8),
        ("duty_report_ratings_counted", 5),
        ("duty_report_ratings_content", 4),
        ("duty_report_satisfaction_rate", Decimal("80.0")),
    ],
)
def test_the_county_has_what_the_records_say(reported: Deputy, county_a: Region, code: str, amount: Any) -> None:
    assert value(definition(code), county_a, H1).amount == amount
    assert value(definition(code), county_a, Period.parse("2025H2")).empty
    if not isinstance(amount, Decimal):
        assert counted_by(definition(code), "deputy", county_a, H1) == {reported.pk: amount}


def test_roll_ups_and_ledger_hold(reported: Deputy, county_a: Region) -> None:
    value(definition("duty_reports_held"), county_a, H1)
    assert list(differences()) == []
    assert list(matter_faults(lambda _n: None)) == []
    assert parts_by(definition("duty_report_satisfaction_rate"), "deputy", county_a, H1) == {reported.pk: (4, 5)}


def test_the_duty_ledger_has_the_report(reported: Deputy, deputy_a: Actor) -> None:
    chapter = next(one for one in ledger_of(reported, H1, actor=deputy_a) if one.figure.code == "duty_reports_held")
    assert chapter.count == 2
    assert {record.title for record in chapter.records} == {f"李春生代表{year}年度述职" for year in (2023, 2024)}


def test_a_report_gives_its_points(
    sheet: Any, plan: Any, lead_report: Any, line_of: Any, on_day: Any, deputy_row_a: Deputy
) -> None:
    with on_day(30):
        lead_report(plan(), "held")
    line = line_of(sheet(to="computed"), deputy_row_a)
    item = next(row for row in line.working["items"] if row["figure"] == "duty_reports_held")
    assert (item["count"], item["points"]) == (1, "5.00")
