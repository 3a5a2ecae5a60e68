"""The words of a text as search keeps them, and which of them name a place."""

from __future__ import annotations

import re

MOST_LEXEMES = 2000
"""Words kept of one matter."""

_RUN = re.compile(r"[㐀-鿿]+|[a-z0-9]+")
_SENTENCE_END = re.compile(r"[。！？；\n]")
_PLACE = re.compile(r"(?=([㐀-鿿]{2})(?:村|屯|寨|乡|镇|街道|社区|小区|第?[一二三四五六七八九十0-9]{1,3}组))")


def lexemes(text: str) -> list[str]:
    """Character pairs of Chinese runs, and whole words of Latin ones, each once."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text.lower()):
        pairs = [run] if run.isascii() or len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]
        found.update(dict.fromkeys(pairs))
    return list(found)


def words_beside_places(text: str) -> frozenset[str]:
    """The words of those sentences that name a place: what is said where it is said."""
    telling = (sentence for sentence in _SENTENCE_END.split(text) if place_words(sentence))
    return frozenset(word for sentence in telling for word in lexemes(sentence))


def place_words(text: str) -> frozenset[str]:
    """Those pairs that stand right before 村, 镇, 三组 and the like: the end of a place's own name."""
    return frozenset(_PLACE.findall(text))
