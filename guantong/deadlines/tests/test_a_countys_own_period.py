"""A county sets a period of its own: dated, the narrowest match wins, and a clock that runs keeps its rule."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import BadInput
from guantong.deadlines.rules import from_json, rule_in_force
from guantong.kernel.clock import Unit
from guantong.opinions.deadlines import DEPARTMENT
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion
from guantong.regions import rulebook
from guantong.regions.models import Region, Setting
from guantong.regions.services import adopt_setting

pytestmark = pytest.mark.django_db
KEY, JUNE = "clock.opinion.department", date(2025, 6, 1)
MAY = JUNE - timedelta(days=1)


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    with acting_at(datetime(2025, 3, 3, 9, tzinfo=CHINA)):
        yield


def adopt(region: Region | None, value: Any, since: date = JUNE, **more: Any) -> Setting:
    return adopt_setting(key=KEY, value=value, effective_from=since, basis="县办法", region=region, **more)


def length(region: Region, on: date = JUNE) -> tuple[int, str]:
    rule = rule_in_force(DEPARTMENT.code, region_code=region.pk, on=on)
    return rule.amount, rule.unit


def test_it_counts_from_its_day_and_for_its_county(county_a: Region, county_b: Region) -> None:
    adopt(county_a, {"amount": 20, "unit": "workdays"})
    assert length(county_a) == (20, Unit.WORKDAYS)
    assert length(county_a, MAY) == length(county_b) == (30, Unit.CALENDAR_DAYS)


def test_the_narrowest_and_of_those_the_newest_wins(county_a: Region, county_b: Region, city: Region) -> None:
    adopt(None, {"amount": 50})
    assert length(county_a) == (50, Unit.CALENDAR_DAYS)
    adopt(city, {"amount": 40})
    adopt(county_a, {"amount": 25}, MAY)
    assert (length(county_a)[0], length(county_b)[0]) == (25, 40)
    adopt(county_a, {"amount": 20})
    assert (length(county_a)[0], length(county_a, MAY)[0]) == (20, 25)


def test_it_brings_its_own_basis(county_a: Region) -> None:
    adopt(county_a, {"amount": 20, "extension_cap": 5}, mark="S")
    rule = rule_in_force(DEPARTMENT.code, region_code=county_a.pk, on=JUNE)
    assert (rule.basis.text, rule.statutory, rule.version, rule.extension_cap) == ("县办法", True, "2025-06-01", 5)


def test_a_clock_that_runs_keeps_the_rule_that_it_began_under(
    county_a: Region, opinion_a: Opinion, walk: Callable[..., Opinion]
) -> None:
    assigned = walk(opinion_a, to="assigned")
    adopt(county_a, {"amount": 5}, date(2025, 3, 1))
    clock = assigned.clocks.get(ended_at__isnull=True)
    assert from_json(clock.rule).amount == 30
    assert length(county_a)[0] == 5


@pytest.mark.parametrize(
    "value",
    [5, [], {}, {"amount": 0}, {"amount": -1}, {"amount": "10"}, {"amount": 1.5}, {"amount": True}, {"amount": 10**9},
     {"amount": 5, "unit": "weeks"}, {"amount": 5, "unit": 3}, {"amount": 5, "extension_cap": -1},
     {"amount": 5, "cap": 3}, {"amount": None}, "5"],
)  # fmt: skip
def test_what_is_no_period_is_refused_and_never_met_on_the_way(
    county_a: Region, code_a: Any, spoken: Any, value: Any
) -> None:
    with pytest.raises(BadInput, match="期限应写明"):
        adopt(county_a, value)
    for key in (KEY, "clock.opinion.accept"):
        Setting.objects.create(
            region=county_a, key=key, value=value, effective_from=date(2025, 1, 1), basis="x", mark="L"
        )
    rulebook.forget()
    assert length(county_a) == (30, Unit.CALENDAR_DAYS)
    assert submit_opinion(code=code_a, spoken=spoken()).state == "received"


def test_a_basis_of_an_unknown_kind_is_left_out(county_a: Region) -> None:
    row = adopt(county_a, {"amount": 5})
    Setting.objects.filter(pk=row.pk).update(mark="?")
    rulebook.forget()
    assert length(county_a) == (30, Unit.CALENDAR_DAYS)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("clock.opinion.nothing", {"amount": 5}),
        ("no.such", 1),
        ("overdue.ladder", {"supervise": 1}),
        ("overdue.ladder", {"supervise": 1, "report_to_chair": "2"}),
        ("rapid.sources", "station"),
        ("rapid.sources", ["everywhere"]),
    ],
)
def test_other_settings_are_looked_at_too(county_a: Region, key: str, value: Any) -> None:
    with pytest.raises(BadInput, match="。"):
        adopt_setting(key=key, value=value, effective_from=JUNE, basis="县办法", region=county_a)
    assert not Setting.objects.exists()


def test_a_setting_needs_its_basis(county_a: Region) -> None:
    with pytest.raises(BadInput, match="依据"):
        adopt_setting(key=KEY, value={"amount": 5}, effective_from=JUNE, basis=" ", region=county_a)
