"""Personal data at rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.base.fields import SealedTextField, seal, unseal


@given(st.text(min_size=1).filter(lambda t: t.isprintable()))
def test_what_was_sealed_comes_back(text: str) -> None:
    assert unseal(seal(text)) == text


def test_two_seals_of_one_text_differ_and_neither_shows_it() -> None:
    one, two = seal("13800138000"), seal("13800138000")
    assert one != two
    assert "13800138000" not in one + two


def test_an_altered_seal_is_refused() -> None:
    sealed = seal("13800138000")
    broken = ("A" if sealed[20] != "A" else "B").join([sealed[:20], sealed[21:]])
    with pytest.raises(ValueError, match="altered"):
        unseal(broken)


def test_empty_stays_empty() -> None:
    assert SealedTextField().get_prep_value("") == ""
    assert SealedTextField().from_db_value("") == ""
