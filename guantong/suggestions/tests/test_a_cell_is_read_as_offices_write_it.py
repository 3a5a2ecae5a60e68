"""Days, numbers and names in every spelling: what is written in one of them is read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.base.satisfaction import Satisfaction
from guantong.suggestions.importing.values import (
    category_of,
    day_of,
    grade_of,
    names_of,
    plain_number,
    text_of,
    units_of,
    year_in,
)
from guantong.suggestions.models import ReplyCategory
from guantong.suggestions.selectors import LETTERS

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SPELLINGS = (
    "{y}年{m}月{d}日", "{y}.{m}.{d}", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "{y} 年 {m} 月 {d} 日", "{y}{m:02}{d:02}",
    "{y}-{m}-{d} 00:00:00",
)  # fmt: skip
WIDE = str.maketrans("0123456789.-/", "０１２３４５６７８９．－／")


@given(DAYS, st.booleans(), st.sampled_from(SPELLINGS))
def test_a_day_is_read_in_every_spelling(day: date, wide: bool, pattern: str) -> None:
    text = pattern.format(y=day.year, m=day.month, d=day.day)
    assert day_of(text.translate(WIDE) if wide else text, 1999) == day


@given(DAYS)
def test_a_day_without_a_year_is_of_the_sheets(day: date) -> None:
    assert day_of(f"{day.month}月{day.day}日", day.year) == day


@given(DAYS)
def test_numbers_of_days_and_real_dates_are_days(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    assert day_of(number, 1999) == day_of(float(number), 1999) == day_of(str(number), 1999) == day
    assert day_of(datetime(day.year, day.month, day.day, 8), 1999) == day_of(day, 1999) == day


@pytest.mark.parametrize("wrong", ["上半年", "2024年", "2024年13月1日", "2024.2.30", "12", 3.1, "３月", True, "—"])
def test_what_is_no_day_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the sentence is the caller's
        day_of(wrong, 2024)


@given(st.integers(1, 999_999), st.sampled_from(["{}", "第{}号", "{}号", " {} ", "NO.{}"]), st.booleans())
def test_a_number_is_read_in_every_width(number: int, pattern: str, wide: bool) -> None:
    text = pattern.format(number)
    assert plain_number(text_of(text.translate(WIDE) if wide else text)) == number


def test_a_number_in_an_offices_pattern_is_none_of_ours() -> None:
    assert plain_number("乐人建〔2024〕12号") is None
    assert text_of(12.0) == "12"


@given(st.lists(st.sampled_from(["李和平", "王芳", "买买提·吐尔逊", "韦小兰", "黄国安"]), unique=True),
       st.sampled_from(["、", "，", "；", "\n", "/", " 、 "]))  # fmt: skip
def test_names_come_apart_at_every_mark(names: list[str], mark: str) -> None:
    assert names_of(mark.join(names)) == names


@pytest.mark.parametrize(("cell", "names"), [
    ("王　芳", ["王芳"]), ("王 芳 李和平", ["王芳", "李和平"]), ("黄国安等5人", ["黄国安"]),
    ("韦小兰（女，壮族）、黄国安", ["韦小兰", "黄国安"]), (None, []), ("黄国安 韦小兰", ["黄国安", "韦小兰"]),
])  # fmt: skip
def test_names_as_they_are_spread_out(cell: object, names: list[str]) -> None:
    assert names_of(cell) == names


def test_units_grades_classes_and_years() -> None:
    assert units_of("县水利局、农业农村局\n财政局") == ["县水利局", "农业农村局", "财政局"]
    assert [grade_of(g) for g in ("满意", "基 本 满意", "不满意")] == [
        Satisfaction.SATISFIED,
        Satisfaction.FAIR,
        Satisfaction.DISSATISFIED,
    ]
    read = [category_of(c, LETTERS) for c in ("Ａ类", "甲", "b", "丙类", "列入计划逐步解决", "已解决")]
    assert read == [
        ReplyCategory.RESOLVED, ReplyCategory.RESOLVED, ReplyCategory.IN_PROGRESS, ReplyCategory.NOT_FEASIBLE,
        ReplyCategory.PLANNED, ReplyCategory.RESOLVED,
    ]  # fmt: skip
    assert (year_in("乐业县２０２３年建议"), year_in("建议表")) == (2023, None)
    with pytest.raises(ValueError):  # noqa: PT011  the sentence is the caller's
        grade_of("还行")
