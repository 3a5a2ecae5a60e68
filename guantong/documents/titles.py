"""Breaking a title into lines of like width, never inside a word that shows where it ends."""

from __future__ import annotations

import math

from guantong.documents.measures import POINTS_PER_MM, SIZE_2, TYPE_WIDTH
from guantong.documents.plain import width

LINE_HOLDS = math.floor(TYPE_WIDTH * POINTS_PER_MM / SIZE_2)
"""Characters of 二号 in a line."""

CLOSERS, OPENERS = "》”）〕、的和与及年度会", "《“（〔关的"
"""A line may well end with, or begin with, one of these."""

TORN, NAME = 50, 15
"""What it costs, in characters of unlike width, to break where one must not, and inside the name of a law."""

NEVER_FIRST = "》”）〕、，。：；？！的"


def title_lines(title: str) -> list[str]:
    """The lines of a title. One with line ends of its own keeps them: whoever typed them knew better."""
    if "\n" in title or width(title) <= LINE_HOLDS:
        return title.split("\n")
    count = math.ceil(width(title) / (LINE_HOLDS - 1))
    lines, rest = [], title
    while count > 1 and width(rest) > LINE_HOLDS / 2:
        at = _best_break(rest, count)
        lines.append(rest[:at])
        rest, count = rest[at:], count - 1
    return [*lines, rest]


def _best_break(text: str, count: int) -> int:
    """Where the first of `count` lines ends: at its share of the width, at a good place, and so that the rest fits."""
    best, least = 1, math.inf
    wanted = width(text) / count
    for at in range(1, len(text)):
        wide = width(text[:at])
        if wide > LINE_HOLDS:
            break
        too_much = max(0, width(text[at:]) - (count - 1) * LINE_HOLDS)
        cost = abs(wide - wanted) + _badness(text, at) + 20 * too_much
        if cost < least:
            best, least = at, cost
    return best


def _badness(text: str, at: int) -> float:
    before, after = text[at - 1], text[at]
    if after in NEVER_FIRST or before in "《“（〔" or (before.isascii() and after.isascii()):
        return TORN
    if text[:at].count("《") > text[:at].count("》"):
        return NAME
    return 0 if before in CLOSERS or after in OPENERS or text[at : at + 2] in ("情况", "工作") else 4
