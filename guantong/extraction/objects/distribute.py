"""Figures that follow 分别: 办结率、满意率分别为 92%和98%, each with its own part of the list."""

import re
from collections.abc import Sequence

from guantong.extraction.candidates import Candidate

_EACH = re.compile(r"分别[为达到是有占]*$")
_LIST = re.compile(r"[^、和及与]{2,}")
_JOIN = re.compile(r"(?:[、和及与,]|以及)*")

Span = tuple[int, int]


def distribute(plain: str, figures: Sequence[Candidate], found: Sequence[Span | None]) -> list[Span | None]:
    """Give each figure of such a row its part, when there are as many parts as figures; else change nothing."""
    spread = list(found)
    for index, (candidate, span) in enumerate(zip(figures, found, strict=True)):
        if span is None or span[1] > candidate.start or not _EACH.search(plain, span[1], candidate.start):
            continue
        parts = [part.span() for part in _LIST.finditer(plain, *span)]
        row = _row(plain, figures, index)
        if len(parts) == row:
            spread[index : index + row] = parts
    return spread


def _row(plain: str, figures: Sequence[Candidate], index: int) -> int:
    """How many figures from `index` on are only joined by 、 and 和."""
    last = index
    while last + 1 < len(figures) and _JOIN.fullmatch(plain, figures[last].end, figures[last + 1].start):
        last += 1
    return last - index + 1
