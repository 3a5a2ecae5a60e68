"""The half-year report tells what the figures say, and read back it agrees with itself."""

import json

from guantong.figures.definitions import all_definitions
from guantong.figures.reconcile import reconcile
from guantong.figures.report import half_year
from guantong.figures.report_text import as_text
from guantong.figures.tests.conftest import Office
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict
from guantong.regions.models import Region


def test_a_county_report_tells_its_numbers(leye: Office, period: Period) -> None:
    text = as_text(half_year(leye.region, period))
    assert text.startswith("乐业县2025年上半年")
    for words in ("举办代表履职活动3场次", "入户走访123人次", "收集意见建议6条", "办结4条", "办实事2件"):
        assert words in text
    assert "民情速办。当期没有记录。" in text


def test_a_report_read_back_agrees_with_the_records(half_year_of_four: Region, leye: Office, period: Period) -> None:
    for region in (leye.region, Region.objects.get(pk="451029"), Region.objects.get(pk="451031")):
        read = reconcile(as_text(half_year(region, period)), region=region, period=period)
        assert read.summary[Verdict.MATCH] >= 2
        assert read.summary[Verdict.MISMATCH] == 0


def test_a_city_report_has_its_counties_and_their_sum(half_year_of_four: Region, period: Period) -> None:
    report = half_year(half_year_of_four, period)
    told = {county.region.code: county for county in report.counties}
    assert {"451028", "451029", "451030", "451031"} <= told.keys()
    for place, line in enumerate(report.lines):
        if line.value.definition.rolls_up:
            assert line.value.amount == sum(c.lines[place].value.amount or 0 for c in report.counties)
    text = as_text(report)
    assert all(county.region.name in text for county in report.counties)


def test_every_figure_is_in_the_report_once_with_its_records(leye: Office, period: Period) -> None:
    report = half_year(leye.region, period).as_dict()
    figures = [figure for section in report["sections"] for figure in section["figures"]]
    assert sorted(f["code"] for f in figures) == sorted(d.code for d in all_definitions())
    for figure in figures:
        found = next(d for d in all_definitions() if d.code == figure["code"])
        assert figure["value"] == value(found, leye.region, period).amount
        assert figure["url"].startswith(f"/figures/{figure['code']}/?region=451028")
    assert json.loads(json.dumps(report, ensure_ascii=False)) == report
