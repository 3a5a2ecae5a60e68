"""The same words under different mechanisms are different indicators; a figure without cues has none."""

import pytest

from guantong.extraction import extract
from guantong.extraction.indicators import all_indicators

SENTENCES = {
    "依托代表联络站收集意见30条。": ["station_opinions_collected"],
    "围绕条例草案收集意见30条。": ["legislative_opinions_collected"],
    "圩日里，代表在摊位上收集意见30条。": ["market_day_opinions_collected"],
    "通过“民情速办”收集诉求30件。": ["rapid_response_requests_collected"],
    "走进园区，收集企业诉求30条。": ["enterprise_requests_collected"],
    "代表联络站收集意见30条，办结21条。": ["station_opinions_collected", "station_opinions_resolved"],
    "赶集日设摊收集意见30条，解决问题21件。": ["market_day_opinions_collected", "market_day_issues_resolved"],
    "形成审议意见书5份、问题清单5份（含16个问题）。": [
        "deliberation_opinions_issued",
        "problem_lists_issued",
        "problem_items_listed",
    ],
    "开展专题询问，提出问题16个。": ["special_inquiry_questions"],
    "入户走访300人次，走访基层代表30人次。": [
        "household_visit_person_times",
        "sc_member_deputy_contact_person_times",
    ],
    "安装路灯30盏，栽树200株。": [None, None],
    "参加人数30人。": [None],
}


@pytest.mark.parametrize(("text", "codes"), SENTENCES.items())
def test_the_indicators_of(text: str, codes: list[str | None]) -> None:
    assert [figure.indicator for figure in extract(text)] == codes


def test_a_mechanism_of_another_paragraph_says_nothing() -> None:
    far = "代表联络站扎实运转。\n" + "这一段写的是别的事情，篇幅不短。" * 8 + "\n" + "又是一段。" * 20
    assert extract(far + "收集意见30条。")[0].indicator is None


def test_every_code_is_listed_once_with_a_name_and_units() -> None:
    indicators = all_indicators()
    assert len({indicator.code for indicator in indicators}) == len(indicators) >= 43
    assert all(indicator.name and indicator.units for indicator in indicators)
