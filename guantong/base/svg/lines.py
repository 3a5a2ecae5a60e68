"""Lines over time: round grid, zero always shown, series told apart by dash and shape as well as colour."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.safestring import SafeString

from guantong.base.svg import palette
from guantong.base.svg.marks import Mark, Series
from guantong.base.svg.markup import circle, element, em, link, middle, percent, picture, text
from guantong.base.svg.scale import Scale, round_scale

LEFT, RIGHT = 0.13, 0.96
TOP, BOTTOM, HEIGHT = 3.2, 15.0, 17.0
MOST_LABELS = 6
LOOKS = (
    (palette.ACTION, None),
    (palette.INK_FAINT, "6 4"),
    (palette.AMBER_MARK, "2 3"),
    (palette.DONE, "10 3 2 3"),
)


def line_chart(title: str, series: Sequence[Series], *, desc: str = "", unit: str = "") -> SafeString:
    """Return up to four lines over the same labels. A mark without a value leaves a gap."""
    if len(series) > len(LOOKS):
        raise ValueError(f"a line chart tells {len(LOOKS)} series apart, not {len(series)}")
    values = [float(mark.value) for line in series for mark in line.marks if mark.value is not None]
    scale = round_scale(min(values, default=0.0), max(values, default=0.0))
    parts = [*_grid(scale), *_labels(series[0].marks if series else ()), *_legend(series)]
    for number, line in enumerate(series):
        parts += _line(line, number, scale, unit)
    return picture(title, em(HEIGHT), *parts, desc=desc)


def _x(number: int, count: int) -> float:
    return LEFT + (RIGHT - LEFT) * (number / (count - 1) if count > 1 else 0.5)


def _y(scale: Scale, value: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * scale.share(value)


def _grid(scale: Scale) -> list[SafeString]:
    parts = []
    for tick in scale.ticks():
        y = _y(scale, tick)
        colour = palette.LINE_STRONG if tick == 0 else palette.LINE
        parts.append(_stroke(LEFT - 0.01, y, 1.0, y, {"stroke": colour, "stroke-width": "1"}))
        end = {"text-anchor": "end"}
        parts.append(text(f"{tick:,g}", percent(LEFT - 0.025), em(y + 0.35), palette.INK_FAINT, **end))
    return parts


def _labels(marks: Sequence[Mark]) -> list[SafeString]:
    count = len(marks)
    every = max(1, -(-count // MOST_LABELS))
    return [
        middle(mark.label, percent(_x(number, count)), em(HEIGHT - 0.4), palette.INK_FAINT)
        for number, mark in enumerate(marks)
        if number % every == 0
    ]


def _stroke(x1: float, y1: float, x2: float, y2: float, look: dict[str, str]) -> SafeString:
    return element("line", {"x1": percent(x1), "y1": em(y1), "x2": percent(x2), "y2": em(y2), **look})


def _look(number: int) -> dict[str, str]:
    colour, dash = LOOKS[number]
    return {"stroke": colour, "stroke-width": "2", **({"stroke-dasharray": dash} if dash else {})}


def _legend(series: Sequence[Series]) -> list[SafeString]:
    parts, x = [], 0.0
    for number, line in enumerate(series):
        key = {"x1": em(x), "y1": "0.75em", "x2": em(x + 2), "y2": "0.75em"}
        parts += [
            element("line", {**key, **_look(number)}),
            text(line.name, em(x + 2.5), "1.1em", palette.INK_SOFT),
        ]
        x += 4 + len(line.name)
    return parts


def _line(line: Series, number: int, scale: Scale, unit: str) -> list[SafeString]:
    count = len(line.marks)
    places = [
        None if mark.value is None else (_x(at, count), _y(scale, float(mark.value)))
        for at, mark in enumerate(line.marks)
    ]
    strokes = [_stroke(*one, *two, _look(number)) for one, two in pairwise(places) if one and two]
    points = [
        _point(f"{line.name} {mark.name(unit)}", mark.url, *place, LOOKS[number][0])
        for mark, place in zip(line.marks, places, strict=True)
        if place
    ]
    return strokes + points


def _point(name: str, url: str, x: float, y: float, colour: str) -> SafeString:
    at, height = percent(x), em(y)
    return link(
        url,
        name,
        circle(at, height, "0.86em", "none", **{"pointer-events": "all"}),
        circle(at, height, "0.3em", palette.GROUND, stroke=colour, **{"stroke-width": "2"}),
    )
