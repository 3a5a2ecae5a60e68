"""Over every declaration: wherever a matter can come to stand, somebody's time runs."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from guantong.kernel.procedure import Procedure, Transition
from guantong.matters.registry import kinds

Place = tuple[str, frozenset[str]]
"""A state, and the clocks that run in it."""


def starts(move: Transition) -> Iterator[frozenset[str]]:
    """The sets of clocks that a move may start: of a choice, those of one value or another."""
    if move.choice is None:
        yield frozenset(move.starts)
    else:
        for value in {value for value, _clock in move.choice.clocks}:
            yield frozenset(move.starts_for(SimpleNamespace(**{move.choice.field: value})))


def after(move: Transition, place: Place) -> Iterator[Place]:
    state, running = place
    yield from ((move.lands_in(state), running - set(move.ends) | begun) for begun in starts(move))


def places(procedure: Procedure) -> dict[Place, str]:
    """Everywhere a matter can come to stand, with the way there."""
    found = {p: m.code for m in procedure.transitions if m.opens for p in after(m, (m.target, frozenset()))}
    open_ends = list(found)
    while open_ends:
        here = open_ends.pop()
        for move in procedure.moves_from(here[0]):
            for there in after(move, here):
                if there not in found and not procedure.by_state[there[0]].final:
                    found[there] = f"{found[here]} → {move.code}"
                    open_ends.append(there)
                elif there not in found:
                    # A final state stops every clock; some moves lead out of it again.
                    stopped = (there[0], frozenset[str]())
                    if stopped not in found:
                        found[stopped] = f"{found[here]} → {move.code}"
                        open_ends.append(stopped)
    return found


CLOCKED = [kind.procedure for kind in kinds() if kind.procedure.clocks]


@pytest.mark.parametrize("procedure", CLOCKED, ids=lambda p: p.code)
def test_a_clock_runs_wherever_a_matter_waits(procedure: Procedure) -> None:
    idle = {
        f"{procedure.code}: {way} ({state})"
        for (state, running), way in places(procedure).items()
        if not running and not (procedure.by_state[state].final or procedure.by_state[state].unclocked)
    }
    assert not idle


def test_opinions_are_among_them() -> None:
    assert "opinion" in {procedure.code for procedure in CLOCKED}
