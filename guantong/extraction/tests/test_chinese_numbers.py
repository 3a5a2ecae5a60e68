"""Chinese whole numbers, checked against a second writing of the same number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.extraction.chinese import parse

_DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """The number as it is said, by the places of each group of four."""
    if number == 0:
        return "零"
    text, gap = "", False
    for power, group in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, power)
        if section:
            text += ("零" if text and (gap or section < 1000) else "") + _section(section) + group
        gap = not section
    return text


def _section(number: int) -> str:
    text, gap = "", False
    for size, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + place
        gap = not digit
    return text


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_written_out_is_read_back(number: int) -> None:
    text = written(number)
    assert len(text) > 20 or parse(text) == (number, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("两百", 200), ("一百零八", 108), ("两万五", 25000), ("三百五", 350), ("一万亿", 10**12)],
)
def test_everyday_writings(text: str, value: int) -> None:
    assert parse(text) == (value, None)


@pytest.mark.parametrize(
    ("text", "ends"), [("三四", (3, 4)), ("十五六", (15, 16)), ("二三十", (20, 30)), ("两三百", (200, 300))]
)
def test_neighbouring_digits_are_a_range(text: str, ends: tuple[int, int]) -> None:
    assert parse(text) == ends


@pytest.mark.parametrize("text", ["", "三八", "五一", "二零二五", "百十", "万万", "一一一"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert parse(text) is None
