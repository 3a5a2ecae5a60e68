"""The picture of a procedure, drawn from the declaration that enforces it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guantong.base.svg import palette
from guantong.base.svg.markup import circle, element, link, rect, text
from guantong.desk.diagram_layout import BOX_HEIGHT, BOX_WIDTH, LINE, Box, Layout, layout
from guantong.kernel.procedure import Procedure

LEFT, RIGHT, WIDTH = 150, 480, 620
RAIL = 26
MARGIN = 8


def diagram(procedure: Procedure) -> SafeString:
    """The normal course from top to bottom, the way back on its left, the other ends on its right.

    Every number is that of a row in the table of moves and leads to it. Moves that leave the state as it is
    are in the table only.
    """
    plan = layout(procedure, left=LEFT, right=RIGHT)
    title = _("“%(name)s”的办理程序图") % {"name": procedure.label}
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "diagram",
        "role": "group",
        "aria-label": title,
        "viewBox": f"-{MARGIN} -{MARGIN} {WIDTH + 2 * MARGIN} {plan.height + 2 * MARGIN}",
        "width": str(WIDTH + 2 * MARGIN),
        "height": str(plan.height + 2 * MARGIN),
        "font-size": "14",
    }
    parts = [*_down(procedure, plan), *_back(procedure, plan), *_aside(procedure, plan)]
    boxes = [_box(box) for box in (*plan.path, *plan.aside)]
    return element("svg", attributes, element("title", None, title), *parts, *boxes)


def _box(box: Box) -> SafeString:
    edge = palette.DONE if box.state.final else palette.LINE_STRONG
    frame = {"x": str(box.x), "y": str(box.y), "width": str(BOX_WIDTH), "height": str(BOX_HEIGHT), "rx": "6"}
    name = _text(box.state.label, box.x + BOX_WIDTH // 2, box.middle + 5, anchor="middle")
    return element("g", None, rect(frame, fill=palette.GROUND, stroke=edge, **{"stroke-width": "2"}), name)


def _text(content: str, x: int, y: int, *, anchor: str = "start", fill: str = palette.INK) -> SafeString:
    return text(content, str(x), str(y), fill, **{"text-anchor": anchor})


def _way(points: str, *, dashed: bool = False) -> SafeString:
    dash = {"stroke-dasharray": "4 3"} if dashed else {}
    return element("path", {"d": points, "fill": "none", "stroke": palette.LINE_STRONG, "stroke-width": "1.5", **dash})


def _head(x: int, y: int, towards: str) -> SafeString:
    """An arrow head with its point at a place."""
    shapes = {"down": "l-5 -8h10z", "right": "l-8 -5v10z"}
    return element("path", {"d": f"M{x} {y}{shapes[towards]}", "fill": palette.LINE_STRONG})


def _numbers(procedure: Procedure, numbers: Sequence[int], x: int, y: int) -> Iterator[SafeString]:
    for n, number in enumerate(numbers):
        move = procedure.transitions[number - 1]
        spot = str(x + n * 24)
        dot = circle(spot, str(y), "11", palette.GROUND, stroke=palette.ACTION)
        yield link(f"#move-{move.code}", move.label, dot, _text(str(number), x + n * 24, y + 5, anchor="middle"))


def _down(procedure: Procedure, plan: Layout) -> Iterator[SafeString]:
    """Arrows from each step of the normal course to the next, with the names of the moves beside."""
    x = LEFT + BOX_WIDTH // 2
    for box, after in zip(plan.path, plan.path[1:], strict=False):
        yield _way(f"M{x} {box.y + BOX_HEIGHT}V{after.y}")
        yield _head(x, after.y, "down")
        for n, number in enumerate(plan.edges[box.state.code, after.state.code]):
            move = procedure.transitions[number - 1]
            name = f"{number} {move.label}"
            y = box.y + BOX_HEIGHT + 22 + n * LINE
            yield link(f"#move-{move.code}", move.label, _text(name, x + 10, y, fill=palette.ACTION))


def _back(procedure: Procedure, plan: Layout) -> Iterator[SafeString]:
    """Ways that go back, or skip a step, as rails on the left: one rail for each state that they lead to."""
    order = {box.state.code: n for n, box in enumerate(plan.path)}
    rails: dict[tuple[str, bool], list[tuple[str, tuple[int, ...]]]] = {}
    for (source, target), numbers in plan.edges.items():
        if source in order and target in order and order[target] != order[source] + 1:
            rails.setdefault((target, order[target] > order[source]), []).append((source, numbers))
    for n, ((target, skips), ways) in enumerate(rails.items()):
        x, end = LEFT - RAIL * (n + 1) - 12 * n, plan.path[order[target]]
        arrive = end.middle + (-8 if skips else 8)
        for source, numbers in ways:
            start = plan.path[order[source]]
            leave = start.middle + (8 if skips else -8) if len(rails) > 1 else start.middle
            yield _way(f"M{LEFT} {leave}H{x}V{arrive}H{LEFT}", dashed=True)
            yield from _numbers(procedure, numbers, x - 24 * (len(numbers) - 1), leave)
        yield _head(LEFT, arrive, "right")


def _aside(procedure: Procedure, plan: Layout) -> Iterator[SafeString]:
    """Ways to the ends that are not the normal one."""
    steps = {box.state.code: box for box in plan.path}
    for n, box in enumerate(plan.aside):
        x = RIGHT - 60 + n * 8
        arriving: tuple[int, ...] = ()
        for (source, target), numbers in plan.edges.items():
            if target == box.state.code and source in steps:
                leave = steps[source].y + 6 + n * 8
                yield _way(f"M{LEFT + BOX_WIDTH} {leave}H{x}V{box.middle}H{RIGHT}")
                arriving = numbers
        yield _head(RIGHT, box.middle, "right")
        yield from _numbers(procedure, arriving, RIGHT - 20, box.middle - 14)
