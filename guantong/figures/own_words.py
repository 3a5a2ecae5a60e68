"""Our own report read back: a number behind the very words with which a report tells a figure is that figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.utils.translation import override

from guantong.extraction import Figure
from guantong.extraction.layout import Layout
from guantong.extraction.normalise import normalise
from guantong.figures.definitions import find
from guantong.figures.sections import SECTIONS

LONG_ENOUGH = 6
"""Signs of a phrase that say enough by themselves; a shorter one (办结) needs a figure of its section before it."""

_LOOSE = ("其中", "已经", "已", "共")
"""Words that a phrase may or may not begin with."""


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """What stands before the number, the figure's code, and its section; the longest first."""
    with override(settings.LANGUAGE_CODE):
        told = [
            (_bare(normalise(str(phrase.words).split("%(n)s")[0])), phrase.code, section.code)
            for section in SECTIONS
            for phrase in section.phrases
            if find(phrase.code) is not None
        ]
    return tuple(sorted(told, key=lambda row: -len(row[0])))


def _bare(words: str) -> str:
    for loose in _LOOSE:
        words = words.removeprefix(loose)
    return words


def own_codes(figures: Sequence[Figure], codes: Sequence[str | None], plain: str, layout: Layout) -> list[str | None]:
    """The codes of a text's numbers: where the words before a number are a report's own, the code that they tell."""
    section_of = {code: section for _words, code, section in _phrases()}
    found: list[str | None] = []
    for place, figure in enumerate(figures):
        begin = layout.sentence(figure.start)[0]
        near = _nearest(figures, found, begin)
        found.append(_told(plain[begin : figure.start], section_of.get(near or "")) or codes[place])
    return found


def _nearest(figures: Sequence[Figure], found: Sequence[str | None], begin: int) -> str | None:
    """The code found last in the sentence that begins there."""
    for figure, code in zip(reversed(figures[: len(found)]), reversed(found), strict=True):
        if figure.start < begin:
            return None
        if code is not None:
            return code
    return None


def _told(before: str, near: str | None) -> str | None:
    for words, code, section in _phrases():
        if before.endswith(words) and (len(words) >= LONG_ENOUGH or section == near):
            return code
    return None
