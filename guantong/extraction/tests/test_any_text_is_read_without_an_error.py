"""Whatever the text, extraction answers, and its spans hold."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guantong.extraction import extract

_SIGNS = (
    "0123456789０９.,，、。；：（）()“”《》-~～%％‰零一二三四五六七八九十百千万亿两几余多近约超第"
    "年月日个件条次人名元亩户县市区成倍分之点以上至到A类+ \n　"
)
_reports = st.text(alphabet=st.sampled_from(_SIGNS), max_size=120)
_anything = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(max_examples=300, deadline=None)
@given(_anything | _reports)
def test_spans_are_ordered_and_true_to_the_text(text: str) -> None:
    reached = 0
    for figure in extract(text):
        assert reached <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert math.isfinite(figure.value)
        assert figure.value_max is None or figure.value_max > figure.value
        assert figure.unit
        assert figure.object is None or figure.object in text
        reached = figure.end


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    "收集意见建议74条，办结45条。", "会议于6月24日召开。", "赞成21票、反对0票。", "办结率由78%提高到96%。",
    "第二十三条规定的期限是三十日。", "投入资金约120万元。", "“三张网”落地见效。", "每组3-5人。",
]), min_size=1, max_size=6))  # fmt: skip
def test_a_sentence_reads_the_same_alone_and_in_company(sentences: list[str]) -> None:
    alone = [(f.text, f.value, f.unit) for sentence in sentences for f in extract(sentence)]
    assert [(f.text, f.value, f.unit) for f in extract("".join(sentences))] == alone


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=1, max_value=10**8), st.sampled_from("件条份次名个户"))
def test_a_whole_number_comes_back_whole(number: int, unit: str) -> None:
    [figure] = extract(f"办结{number}{unit}。")
    assert (figure.value, figure.unit) == (number, unit)


@pytest.mark.parametrize("sign", ["\ufeff", "\u200f", "\u202e", "\x00", "\x1b", "\U0001f600", "①"])
def test_a_sign_that_says_nothing_changes_nothing(sign: str) -> None:
    text = "凌云县\n全年收集意见74条。已办结45条。"
    read = [(f.text, f.object, f.county) for f in extract(text)]
    assert [(f.text, f.object, f.county) for f in extract(sign + text.replace("。", "。" + sign))] == read


def test_line_ends_of_windows_change_nothing() -> None:
    text = "代表联络站\n收集意见74条。\n凌云县\n办结45条。"
    read = [(f.text, f.object, f.county, f.indicator) for f in extract(text)]
    assert [(f.text, f.object, f.county, f.indicator) for f in extract(text.replace("\n", "\r\n"))] == read
