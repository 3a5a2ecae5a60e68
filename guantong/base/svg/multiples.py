"""Small multiples: the same small picture once for each county, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from guantong.base.svg import palette
from guantong.base.svg.marks import Mark, largest
from guantong.base.svg.markup import element, em, link, percent, picture, rect, surface

HEIGHT = 4.6
MOST_LINKED = 6
GAP = 0.14


@dataclass(frozen=True, slots=True)
class Panel:
    """One small picture: whose it is, where that leads, its headline figure with unit, and its columns."""

    name: str
    url: str
    headline: str
    marks: Sequence[Mark]


def small_multiples(panels: Sequence[Panel], *, unit: str = "") -> SafeString:
    """Return a list of small column pictures on one common scale.

    Up to six columns are links of their own; more are too narrow to press, so the panel's name is the link.
    """
    top = largest([mark for panel in panels for mark in panel.marks]) or 1.0
    return element("ul", {"class": "multiples"}, *(_panel(panel, top, unit) for panel in panels))


def _panel(panel: Panel, top: float, unit: str) -> SafeString:
    name = element("a", {"href": panel.url}, panel.name)
    head = element("p", {"class": "multiples__name"}, name, element("span", None, panel.headline))
    columns = [_column(mark, number, len(panel.marks), top, unit) for number, mark in enumerate(panel.marks)]
    base = em(HEIGHT - 0.05)
    ground = element("line", {"x1": "0", "y1": base, "x2": "100%", "y2": base, "stroke": palette.LINE_STRONG})
    return element("li", None, head, picture(panel.name, em(HEIGHT), *columns, ground, desc=panel.headline))


def _column(mark: Mark, number: int, count: int, top: float, unit: str) -> SafeString:
    width = 1 / count
    tall = max(float(mark.value or 0) / top, 0.0) * (HEIGHT - 0.2)
    side = {"x": percent((number + GAP / 2) * width), "width": percent((1 - GAP) * width)}
    upright = {"y": em(HEIGHT - 0.1 - tall), "height": em(tall)}
    bar = rect({"class": "mark", **side, **upright}, fill=palette.ACTION)
    if count > MOST_LINKED:
        return element("g", None, element("title", None, mark.name(unit)), bar)
    whole = surface(percent(number * width), "0", percent(width), em(HEIGHT))
    return link(mark.url, mark.name(unit), whole, bar)
