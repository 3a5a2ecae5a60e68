"""Every indicator in other words, and sentences near one that mean something else: a wrong code is worse than none."""

import tomllib
from pathlib import Path

import pytest

from guantong.extraction import extract
from guantong.extraction.indicators import all_indicators

SENTENCES = tomllib.loads((Path(__file__).parent / "paraphrases.toml").read_text(encoding="utf-8"))
MEANT = [(sentence, code) for code, sentences in SENTENCES["means"].items() for sentence in sentences]


@pytest.mark.parametrize(("sentence", "code"), MEANT)
def test_a_paraphrase_has_the_code(sentence: str, code: str) -> None:
    assert code in [figure.indicator for figure in extract(sentence)]


@pytest.mark.parametrize("sentence", SENTENCES["none"]["sentences"])
def test_another_meaning_has_no_code(sentence: str) -> None:
    assert [figure.indicator for figure in extract(sentence) if figure.indicator] == []


def test_every_indicator_has_a_paraphrase() -> None:
    assert set(SENTENCES["means"]) == {indicator.code for indicator in all_indicators()}
