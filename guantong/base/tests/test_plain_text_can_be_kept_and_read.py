"""plain_text leaves what people write, and takes out what cannot be kept or misleads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.base.plain_text import PlainTextField, plain_text, says_something

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_whatever_comes_out_can_be_written_and_stays_as_it_is(typed: str) -> None:
    plain = plain_text(typed)
    assert plain.encode().decode() == plain
    assert "\x00" not in plain
    assert plain_text(plain) == plain


@pytest.mark.parametrize(
    "typed", ["乐业县 第2小学，門口的路燈不亮😀", "👨‍👩‍👧 一家三口", "第一行\n\t第二行", "Sawcuengh", "ئۇيغۇر\u200f"]
)
def test_what_people_write_is_left_alone(typed: str) -> None:
    assert plain_text(typed) == typed


@pytest.mark.parametrize(
    ("typed", "plain"), [("a\r\nb\rc", "a\nb\nc"), ("\x1b[0m", "[0m"), ("坏\u202e人", "坏人"), ("\u2066a\u2069", "a")]
)
def test_what_misleads_is_left_out(typed: str, plain: str) -> None:
    assert plain_text(typed) == plain


@pytest.mark.parametrize(
    ("text", "says"), [("好", True), ("1", True), ("？", True), ("😀", True), ("\u200b \n", False)]
)
def test_spaces_and_invisible_marks_say_nothing(text: str, says: bool) -> None:
    assert says_something(text) is says


def test_a_field_keeps_the_plain_text() -> None:
    assert PlainTextField().clean(" a\x00b\r\n ") == "ab"
