"""A small picture of a figure month by month, for its tile."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from guantong.base.svg import palette
from guantong.base.svg.marks import Mark, largest
from guantong.base.svg.markup import element, em, link, middle, percent, picture, rect, surface

HEIGHT, FLOOR, GAP = 3.6, 2.3, 0.2
MOST_LINKED = 6
"""More columns than these are too narrow to press; the tile's number is the way then."""


def spark(title: str, marks: Sequence[Mark], *, unit: str = "") -> SafeString:
    """Return columns on a common ground, each named and leading to its records."""
    top = largest(marks) or 1.0
    ground = {"x1": "0", "y1": em(FLOOR), "x2": "100%", "y2": em(FLOOR), "stroke": palette.LINE_STRONG}
    columns = [_column(mark, number, len(marks), top, unit) for number, mark in enumerate(marks)]
    return picture(title, em(HEIGHT), *columns, element("line", ground))


def _column(mark: Mark, number: int, count: int, top: float, unit: str) -> SafeString:
    width = 1 / count
    tall = float(mark.value or 0) / top * (FLOOR - 0.1)
    left = percent((number + GAP / 2) * width)
    bar = rect({"class": "mark", "x": left, "y": em(FLOOR - tall)}, width=percent((1 - GAP) * width), height=em(tall))
    shapes = (
        surface(percent(number * width), "0", percent(width), em(HEIGHT)),
        element("g", {"fill": palette.ACTION}, bar),
        middle(mark.label, percent((number + 0.5) * width), em(HEIGHT - 0.2), palette.INK_FAINT),
    )
    if count > MOST_LINKED:
        return element("g", None, element("title", None, mark.name(unit)), *shapes)
    return link(mark.url, mark.name(unit), *shapes)
