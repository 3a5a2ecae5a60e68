"""Figures after 分别: each takes its part of the list (办结率、满意率分别为 92%和98%), or one of the figures before."""

import re
from collections.abc import Sequence

from guantong.extraction.candidates import Candidate

_EACH = re.compile(
    r"分别(?:同比|环比|[比较](?:上年|去年|年初)(?:同期)?)?"
    r"(?:增长|增加|上升|提高|提升|下降|减少|降低|压减|增|降|升)?[了为达到至是有占]*$"
)
_EACH_SHARE = re.compile(r"分别占比?[为达]?$")
_NEAR = 6
_LIST = re.compile(r"[^、和及与]{2,}")
_JOIN = re.compile(r"(?:[、和及与,]|以及)*")

Span = tuple[int, int]


def distribute(plain: str, figures: Sequence[Candidate], found: Sequence[Span | None]) -> list[Span | None]:
    """Give each figure of such a row its part, when there are as many parts as figures; else change nothing.

    A figure that runs into the next one counts the same (3户12名 群众).
    """
    spread = _joined(figures, found)
    for index, candidate in enumerate(figures):
        if _EACH_SHARE.search(plain, max(0, candidate.start - _NEAR), candidate.start):
            row = _row(plain, figures, index)
            parts = spread[max(0, index - row) : index]
        elif parts := _parts(plain, spread[index], candidate.start):
            row = _row(plain, figures, index)
        else:
            continue
        if len(parts) == row:
            spread[index : index + row] = parts
    return spread


def _joined(figures: Sequence[Candidate], found: Sequence[Span | None]) -> list[Span | None]:
    spread = list(found)
    for index in range(len(figures) - 2, -1, -1):
        if spread[index] is None and figures[index].end == figures[index + 1].start:
            spread[index] = spread[index + 1]
    return spread


def _parts(plain: str, span: Span | None, figure: int) -> list[Span | None]:
    """The parts of the list `span`, when 分别 stands between it and the figure."""
    if span is None or span[1] > figure:
        return []
    each = _EACH.search(plain, span[0], figure)
    if each is None or each.start() <= span[0]:
        return []
    return [part.span() for part in _LIST.finditer(plain, span[0], min(span[1], each.start()))]


def _row(plain: str, figures: Sequence[Candidate], index: int) -> int:
    """How many figures from `index` on are only joined by 、 and 和."""
    last = index
    while last + 1 < len(figures) and _JOIN.fullmatch(plain, figures[last].end, figures[last + 1].start):
        last += 1
    return last - index + 1
