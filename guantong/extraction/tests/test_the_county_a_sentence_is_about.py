"""Sections, titles, subjects and neighbours decide the county; in doubt there is none."""

from guantong.extraction import extract


def counties(text: str, *known: str) -> list[str | None]:
    return [figure.county for figure in extract(text, counties=known)]


def test_a_section_heading_holds_until_the_next_one() -> None:
    assert counties("凌云县\n办实事3件。\n隆林各族自治县\n办实事5件。") == ["凌云县", "隆林各族自治县"]


def test_a_numbered_or_bracketed_heading_is_a_section() -> None:
    assert counties("一、凌云县\n办实事3件。\n【靖西市】\n办实事4件。") == ["凌云县", "靖西市"]


def test_another_county_mentioned_in_a_section_does_not_take_it_over() -> None:
    assert counties("那坡县\n与云南省富宁县、广南县共建站点2个。") == ["那坡县"]


def test_text_before_the_first_section_has_no_county() -> None:
    assert counties("全市共办实事9件。\n凌云县\n办实事3件。") == [None, "凌云县"]


def test_the_title_names_the_county_of_the_whole_document() -> None:
    assert counties("凌云县人大常委会上半年工作总结\n一、监督工作\n开展调研5次。") == ["凌云县"]


def test_the_subject_of_the_sentence_wins_in_a_mixed_paragraph() -> None:
    assert counties("凌云县收集意见74条；田林县收集意见263条。") == ["凌云县", "田林县"]


def test_the_only_county_that_is_no_neighbour_is_the_county() -> None:
    assert counties("镇里在与睢宁县交界处设卡点2处。县代表、泗县某公司经理捐款3000元。") == ["泗县", "泗县"]


def test_the_county_itself_is_not_a_name() -> None:
    assert counties("我县收集意见12条，县政府办结9条，贫困县脱贫3个。") == [None, None, None]


def test_known_names_are_found_wherever_they_stand() -> None:
    assert counties("右江区收集意见74条；平果市收集意见9条。", "右江区", "平果市") == ["右江区", "平果市"]


def test_a_heading_that_names_no_county_starts_no_section() -> None:
    assert counties("工业园区\n收集意见12条。") == [None]
