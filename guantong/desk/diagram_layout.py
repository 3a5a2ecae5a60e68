"""Where the states of a procedure stand in its picture, and which edges join them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guantong.kernel.procedure import SAME, Procedure, State

BOX_WIDTH, BOX_HEIGHT, GAP = 120, 36, 22
LINE = 18
"""Height of one line of a move's name beside its arrow."""


@dataclass(frozen=True, slots=True)
class Box:
    """A state and the upper left corner of its box, in units of the picture."""

    state: State
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.y + BOX_HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Layout:
    """`path`: the normal course, top to bottom; `aside`: the other ends; `edges`: (from, to) → numbers of moves."""

    path: tuple[Box, ...]
    aside: tuple[Box, ...]
    edges: Mapping[tuple[str, str], tuple[int, ...]]
    height: int


def layout(procedure: Procedure, *, left: int, right: int) -> Layout:
    """Place the normal course in a column at `left`, every other state in one at `right`."""
    edges = _edges(procedure)
    path, y = [], 0
    steps = procedure.main_path
    for n, state in enumerate(steps):
        path.append(Box(state, left, y))
        after = steps[n + 1].code if n + 1 < len(steps) else ""
        y += BOX_HEIGHT + max(2 * GAP, LINE * len(edges.get((state.code, after), ())) + GAP)
    others = [state for state in procedure.states if state not in steps]
    aside = tuple(Box(state, right, n * (BOX_HEIGHT + GAP)) for n, state in enumerate(others))
    bottom = max(box.y + BOX_HEIGHT for box in (*path, *aside))
    return Layout(tuple(path), aside, edges, bottom)


def _edges(procedure: Procedure) -> dict[tuple[str, str], tuple[int, ...]]:
    """Every change of state, with the numbers (from 1, in declared order) of the moves that make it."""
    edges: dict[tuple[str, str], tuple[int, ...]] = {}
    for number, move in enumerate(procedure.transitions, 1):
        for source in move.sources:
            if source is not None and move.target not in (SAME, source):
                edges[source, move.target] = (*edges.get((source, move.target), ()), number)
    return edges
