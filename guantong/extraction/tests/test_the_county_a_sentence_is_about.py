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


def test_names_of_every_province_are_known() -> None:
    text = "阿拉善左旗建站38个。巍山彝族回族自治县受理事项524件。霍尔果斯市解决问题29个。千山区走访12户。"
    assert counties(text) == ["阿拉善左旗", "巍山彝族回族自治县", "霍尔果斯市", "千山区"]


def test_a_city_above_the_counties_is_none() -> None:
    assert counties("百色市收集意见74条。") == [None]
    assert counties("桂林市七星区办结9条。") == ["七星区"]


def test_the_county_named_last_holds_until_all_are_spoken_of() -> None:
    text = "大理市检查3次。\n督促整改27个问题。\n弥渡县走访186人次。\n全州共办实事900件。"
    assert counties(text) == ["大理市", "大理市", "弥渡县", None]


def test_an_unknown_district_is_told_where_a_line_opens_with_it() -> None:
    assert counties("古渡区建立平台，受理诉求310件。\n龙岗县收集意见12条。") == ["古渡区", "龙岗县"]


def test_words_that_only_end_like_a_county_are_no_names() -> None:
    text = "该镇有县、镇代表71人。有两个县进展慢3成。创建教育强县投入9万元。社区走访5户，开发区走访6户，老城区走访7户。"
    assert set(counties(text)) == {None}
