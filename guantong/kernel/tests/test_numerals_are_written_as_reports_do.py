"""Chinese numerals: what is written is read back by another reader."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.numerals import LIMIT, NumeralError, to_chinese

NUMBERS = st.integers(0, LIMIT - 1) | st.integers(0, 120_000)


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


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(NumeralError):
        to_chinese(number)
