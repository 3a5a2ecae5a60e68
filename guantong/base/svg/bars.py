"""Horizontal bars: the name and the number stand above the bar, so that neither is cut on a phone."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from guantong.base.svg import palette
from guantong.base.svg.marks import Mark, largest
from guantong.base.svg.markup import em, link, percent, picture, rect, surface, text

ROW = 3.4
BAR = 0.6


def bar_chart(title: str, marks: Sequence[Mark], *, desc: str = "", unit: str = "", emphasis: str = "") -> SafeString:
    """Return bars from zero, one a row in the order given; the mark labelled `emphasis` is drawn in ink.

    Negative values are drawn as nothing: use a line chart for figures that can fall below zero.
    """
    top = largest(marks) or 1.0
    rows = [_row(mark, number * ROW, top, unit, mark.label == emphasis) for number, mark in enumerate(marks)]
    return picture(title, em(max(len(marks), 1) * ROW), *rows, desc=desc)


def _row(mark: Mark, y: float, top: float, unit: str, strong: bool) -> SafeString:
    share = max(float(mark.value or 0) / top, 0.0)
    weight = {"font-weight": "600"} if strong else {}
    bar = {"y": em(y + 1.95), "height": em(BAR), "rx": "2"}
    fill = palette.INK if strong else palette.ACTION
    return link(
        mark.url,
        mark.name(unit),
        surface("0", em(y), "100%", em(ROW)),
        text(mark.label, "0", em(y + 1.4), palette.INK, **weight),
        text(mark.figure(unit), "100%", em(y + 1.4), palette.INK, **{"text-anchor": "end", **weight}),
        rect(bar, width="100%", fill=palette.GROUND_SUNK),
        rect({"class": "mark", **bar}, width=percent(share), fill=fill),
    )
