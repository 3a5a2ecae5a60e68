"""Every number of a report gets the verdict that the records bear out."""

import pytest

from guantong.figures.reconcile import Item, reconcile
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict
from guantong.regions.models import Region


@pytest.fixture
def items(half_year_of_four: Region, period: Period, report_text: str) -> dict[tuple[str, str], Item]:
    read = reconcile(report_text, region=half_year_of_four, period=period)
    return {(item.region.short_name if item.region else "", item.figure.text): item for item in read.items}


def test_what_the_records_bear_out_agrees(items: dict[tuple[str, str], Item]) -> None:
    agreeing = {key for key, item in items.items() if item.verdict is Verdict.MATCH}
    assert agreeing == {
        ("乐业", "3场次"),
        ("乐业", "100余人次"),
        ("乐业", "6条"),
        ("乐业", "4条"),
        ("乐业", "2件"),
        ("田林", "5条"),
        ("隆林", "7件"),
        ("隆林", "86%"),
    }


def test_a_number_that_the_records_contradict_does_not_agree(items: dict[tuple[str, str], Item]) -> None:
    item = items["田林", "3件"]
    assert item.verdict is Verdict.MISMATCH
    assert "2件" in item.explanation
    assert "1" in item.explanation


def test_a_mechanism_without_records_is_named(items: dict[tuple[str, str], Item]) -> None:
    for key in (("乐业", "3份"), ("田林", "18件"), ("田林", "86%")):
        assert items[key].verdict is Verdict.NO_RECORD
        assert items[key].indicator_name in items[key].explanation


def test_a_county_without_records_has_none_to_compare(items: dict[tuple[str, str], Item]) -> None:
    item = items["西林", "9场次"]
    assert item.verdict is Verdict.NO_RECORD
    assert "西林县" in item.explanation


def test_a_rate_shows_its_parts_and_what_rounds_to_it(items: dict[tuple[str, str], Item]) -> None:
    item = items["隆林", "86%"]
    assert item.as_dict()["recorded"] == {"value": 85.7, "unit": "%", "parts": [6, 7], "shown": "85.7%"}
    assert "6件" in item.explanation
    assert "7件" in item.explanation


def test_every_compared_number_leads_to_its_records(items: dict[tuple[str, str], Item]) -> None:
    assert items["乐业", "3场次"].url == "/figures/deputy_activities_held/?region=451028&period=2025H1"
    assert items["田林", "18件"].url == ""


def test_the_summary_counts_every_number_once(half_year_of_four: Region, period: Period, report_text: str) -> None:
    read = reconcile(report_text, region=half_year_of_four, period=period)
    assert sum(read.summary.values()) == len(read.items) == 13
    assert read.summary[Verdict.MATCH] == 8
