"""The clocks of a report: the year's own day, the entry of the result, and its publication."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.appraisals.models import DutyReport
from guantong.appraisals.services.reports import due_problem
from guantong.audit.models import Entry
from guantong.base.now import CHINA, acting_at, local_day
from guantong.deputies.models import Deputy
from guantong.matters.services import sweep_overdue
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 3, 3, 10, tzinfo=CHINA)


def running(report: DutyReport) -> dict[str, date]:
    return {clock.code: local_day(clock.due_at) for clock in report.clocks.filter(ended_at__isnull=True)}


def test_it_is_to_be_given_by_the_end_of_march_and_published_in_twenty_days(plan: Any, lead_report: Any) -> None:
    with acting_at(MONDAY):
        report = plan()
        assert report.year == 2024
        assert running(report) == {"duty_report.report": date(2025, 3, 31)}
        assert local_day(DutyReport.objects.get(pk=report.pk).due_at) == date(2025, 3, 31)
        report = lead_report(report, "written")
        assert list(running(report)) == ["duty_report.report"]
        report = lead_report(report, "held")
        assert running(report) == {"duty_report.rate": date(2025, 3, 6)}
        report = lead_report(report, "rated")
        assert running(report) == {"duty_report.publish": date(2025, 3, 31)}
        assert running(lead_report(report, "published")) == {}


def test_a_county_sets_its_own_day(plan: Any, county_a: Region) -> None:
    adopt_setting(
        key="duty_report.due", value=[1, 20], effective_from=date(2024, 1, 1), basis="县人大规定", region=county_a
    )
    with acting_at(datetime(2024, 12, 2, 10, tzinfo=CHINA)):
        assert running(plan(year=2024)) == {"duty_report.report": date(2025, 1, 20)}


@pytest.mark.parametrize("value", [[2, 30], [13, 1], [3], "03-31", [3, True], None, [2, 29]])
def test_a_day_that_not_every_year_has_is_refused(value: Any) -> None:
    assert due_problem(value)
    assert due_problem([3, 31]) is None


def test_what_is_planned_too_late_is_due_tomorrow_and_then_reminded(
    plan: Any, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    with acting_at(datetime(2025, 6, 10, 10, tzinfo=CHINA)):
        report = plan(year=2024)
        assert running(report) == {"duty_report.report": date(2025, 6, 11)}
    with acting_at(datetime(2025, 6, 12, 1, tzinfo=CHINA)):
        assert sweep_overdue().steps == 1
    assert Entry.objects.filter(chain=report.pk).latest("seq").action == "remind"
