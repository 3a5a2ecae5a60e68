"""What stands around a number can make it another thing than what was recorded: then it must not agree."""

from collections.abc import Callable

import pytest

from guantong.figures.reconcile import Item, reconcile
from guantong.figures.tests.conftest import Office
from guantong.kernel.periods import Period
from guantong.kernel.verdict import Verdict
from guantong.regions.models import Region

Verdicts = Callable[..., list[Verdict]]


@pytest.fixture
def verdicts(leye: Office, period: Period) -> Verdicts:
    """The verdicts of a text's numbers, read for 乐业 (station: 6 collected, 4 closed; 123 person-times; 2 deeds)."""

    def of(text: str, code: str = "451028", when: str = "2025H1") -> list[Verdict]:
        read = reconcile(text, region=Region.objects.get(pk=code), period=Period.parse(when))
        return [item.verdict for item in read.items]

    return of


@pytest.mark.parametrize(
    "text",
    [
        "联络站收集意见建议6条。",
        "上半年，各联络站收集意见建议6条。",
        "2025年，各联络站收集意见建议6条。",
        "今年以来，联络站收集意见建议六条。",
        "乐业县上半年联络站收集意见建议6条。",
        "1至6月，乐业县联络站收集意见建议6条。",
        "截至6月底，联络站收集意见建议6条。",
        "截至2025年6月30日，联络站收集意见建议6条。",
        "坚持每月接待，联络站共收集意见建议6条。",
        "未成年人保护宣传中，联络站收集意见建议6条。",
        "2025年1月5日启动以来，联络站收集意见建议6条。",
        "联络站按计划收集意见建议6件。",
        "乐业县联络站收集意见建议6条。",
        "在同乐镇、新化镇等地的联络站收集意见建议6条。",
    ],
)
def test_the_same_thing_agrees(verdicts: Verdicts, text: str) -> None:
    assert verdicts(text) == [Verdict.MATCH]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年，各联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("一季度，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("3月，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("去年同期，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("下半年，联络站计划收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("乐业县6月联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("乐业县一季度联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("乐业县2024年联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("1至5月，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("2025年1-5月，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("截至5月底，联络站收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("联络站每月收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("每个联络站平均收集意见建议6条。", Verdict.OTHER_DEFINITION),
        ("联络站没有收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("联络站收集意见建议5、6条。", Verdict.UNVERIFIABLE),
        ("乐业县和田林县的联络站共收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("乐业县、田林县联络站合计收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("联络站力争收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("联络站收集意见建议6人次。", Verdict.OTHER_DEFINITION),
        ("代表入户走访123人。", Verdict.OTHER_DEFINITION),
        ("田林县联络站收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("富宁县联络站收集意见建议6条。", Verdict.UNVERIFIABLE),
        ("联络站收集意见建议7条。", Verdict.MISMATCH),
        ("联络站收集意见建议近6条。", Verdict.MISMATCH),
    ],
)
def test_something_else_does_not(verdicts: Verdicts, text: str, verdict: Verdict) -> None:
    assert verdicts(text)[0] is verdict


def test_another_period_has_no_records(verdicts: Verdicts) -> None:
    assert verdicts("联络站收集意见建议6条。", when="2024H1") == [Verdict.NO_RECORD]


def test_a_number_of_the_city_without_a_county_cannot_be_compared(verdicts: Verdicts) -> None:
    assert verdicts("联络站收集意见建议6条。", code="451000") == [Verdict.UNVERIFIABLE]


def test_in_a_text_of_several_counties_a_number_without_one_cannot_be_compared(verdicts: Verdicts) -> None:
    text = "乐业县联络站收集意见建议6条。田林县联络站收集意见建议8条。联络站收集意见建议6条。"
    assert verdicts(text)[-1] is Verdict.UNVERIFIABLE


def test_a_part_of_a_number_is_not_the_whole(verdicts: Verdicts) -> None:
    text = "联络站收集意见建议6条，其中收集妇女意见建议6条。"
    assert verdicts(text) == [Verdict.MATCH, Verdict.OTHER_DEFINITION]


def test_a_number_of_a_township_is_held_against_the_township(leye: Office, period: Period) -> None:
    town = leye.station.place.name
    other = Region.objects.filter(parent=leye.region).exclude(pk=leye.station.place_id)[0]
    assert town != other.name
    items = [_only(f"{name}联络站收集意见建议6条。", leye.region, period) for name in (town, other.name)]
    assert [item.verdict for item in items] == [Verdict.MATCH, Verdict.NO_RECORD]
    assert items[0].region == leye.station.place


def test_a_rise_is_not_a_level(longlin: Office, period: Period) -> None:
    text = "民情速办办结率同比提高86%。"
    assert _only(text, longlin.region, period).verdict is Verdict.OTHER_DEFINITION


def test_a_text_that_contradicts_itself_is_told_so(longlin: Office, period: Period) -> None:
    read = reconcile("民情速办收集群众诉求7件，办结率92%。", region=longlin.region, period=period)
    assert [item.verdict for item in read.items] == [Verdict.MATCH, Verdict.MISMATCH]
    assert "文内不一致" in read.items[1].inner
    fitting = reconcile("民情速办收集群众诉求7件，办结率86%。", region=longlin.region, period=period)
    assert [item.inner for item in fitting.items] == ["", ""]


def _only(text: str, region: Region, period: Period) -> Item:
    (item,) = reconcile(text, region=region, period=period).items
    return item
