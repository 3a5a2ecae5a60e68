"""The chip of a clock and its working, in the language that the reader chose."""

from __future__ import annotations

import pytest
from django.utils import translation

from guantong.desk.clocks_shown import chips
from guantong.matters.selectors import running_clocks
from guantong.opinions.models import Opinion

pytestmark = pytest.mark.django_db
CHINESE = "还有 {amount} {unit}", "自{day}起计算。"


def test_in_chinese(opinion_a: Opinion) -> None:
    ((_name, chip),) = chips(running_clocks(opinion_a))
    assert chip.word.startswith("还有 ")
    assert "起计算。其间" in chip.explanation


def test_in_the_words_of_another_language(opinion_a: Opinion, monkeypatch: pytest.MonkeyPatch) -> None:
    english = dict(zip(CHINESE, ("{amount} {unit} left", "Counted from {day}."), strict=True))
    for module in ("guantong.desk.chips", "guantong.desk.clocks_shown"):
        monkeypatch.setattr(f"{module}._", lambda words: english.get(words, words))
    with translation.override("en"):
        ((_name, chip),) = chips(running_clocks(opinion_a))
    assert chip.word.endswith(" left")
    assert "Counted from " in chip.explanation
