"""Chinese numerals: what is written is read back, what is malformed is refused."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.numerals import LIMIT, NumeralError, from_chinese, to_chinese, year_to_chinese

NUMBERS = st.integers(0, LIMIT - 1) | st.integers(0, 120_000)


@given(NUMBERS)
def test_reading_undoes_writing(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(NUMBERS)
def test_an_independent_reader_understands_what_is_written(number: int) -> None:
    assert cn2an.cn2an(to_chinese(number), "smart") == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (10_010, "一万零一十"),
        (100_001_000, "一亿零一千"),
        (120_000, "十二万"),
        (4_500_000, "四百五十万"),
    ],
)
def test_the_usual_form(number: int, text: str) -> None:
    assert to_chinese(number) == text


def test_two_ways_of_two_and_of_zero_are_read() -> None:
    assert (from_chinese("两百〇五"), from_chinese("一十二")) == (205, 12)


@pytest.mark.parametrize("text", ["", "百", "二百五", "一二三", "三十十", "五万亿", "12", "一亿亿", "甲"])
def test_a_malformed_numeral_is_refused(text: str) -> None:
    with pytest.raises(NumeralError):
        from_chinese(text)


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(NumeralError):
        to_chinese(number)


def test_a_year_is_written_digit_by_digit() -> None:
    assert year_to_chinese(2025) == "二〇二五年"
