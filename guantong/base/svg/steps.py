"""A strip of steps as a picture, for reports and print; the page of a matter uses base/_strip.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guantong.base.svg import palette
from guantong.base.svg.markup import circle, element, em, link, middle, percent, picture

StepState = Literal["done", "now", "next"]
LEVEL = "1.2em"
CHARACTERS_A_LINE = 4
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure or plan, with the address of what happened there."""

    label: str
    state: StepState
    url: str


def step_strip(title: str, steps: Sequence[Step], *, desc: str = "") -> SafeString:
    """Return the steps from left to right: done filled with a tick, now ringed, next hollow."""
    width = 1 / max(len(steps), 1)
    rails = [_rail(step, (number + 0.5) * width, width) for number, step in enumerate(steps[1:])]
    dots = [_dot(step, (number + 0.5) * width) for number, step in enumerate(steps)]
    return picture(title, "6.6em", *rails, *dots, desc=desc)


def _rail(step: Step, x: float, width: float) -> SafeString:
    reached = step.state != "next"
    look = {"stroke": palette.DONE_MARK} if reached else {"stroke": palette.LINE_STRONG, "stroke-dasharray": "3 3"}
    ends = {"x1": percent(x), "y1": LEVEL, "x2": percent(x + width), "y2": LEVEL}
    return element("line", {**ends, **look, "stroke-width": "2"})


def _dot(step: Step, x: float) -> SafeString:
    word = {"done": _("已完成"), "now": _("现在"), "next": _("未到")}[step.state]
    fill = palette.DONE if step.state == "done" else palette.GROUND
    edge = {"done": palette.DONE, "now": palette.ACTION, "next": palette.LINE_STRONG}[step.state]
    at = percent(x)
    inner = {
        "done": middle("✓", at, "1.6em", palette.GROUND, **{"font-weight": "700"}),
        "now": circle(at, LEVEL, "0.4em", palette.ACTION),
        "next": "",
    }[step.state]
    ring = circle(at, LEVEL, "0.86em", fill, stroke=edge, **{"stroke-width": "2"})
    return link(step.url, f"{step.label}（{word}）", ring, inner, *_label(step, at))


def _label(step: Step, at: str) -> list[SafeString]:
    lines = wrap(step.label)
    colour = palette.INK if step.state != "next" else palette.INK_FAINT
    weight = {"font-weight": "600"} if step.state == "now" else {}
    return [middle(line, at, em(3.3 + number * 1.25), colour, **weight) for number, line in enumerate(lines)]


def wrap(label: str) -> list[str]:
    """Return a label in short lines of like length, cut with … when it needs more than there is room for."""
    count = ceil(len(label) / CHARACTERS_A_LINE)
    length = ceil(len(label) / max(count, 1)) if count <= MOST_LINES else CHARACTERS_A_LINE
    lines = [label[start : start + length] for start in range(0, len(label), max(length, 1))]
    if count <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"]
