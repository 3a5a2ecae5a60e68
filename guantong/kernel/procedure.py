"""A procedure: the states of one kind of matter and every move between them, declared on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

SAME = "="
"""Target of a transition that leaves the state as it is (a reminder, a rating)."""


class ProcedureError(ValueError):
    """A declaration that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from.

    `mark` is S (read in the law named), L (read in one local rule) or M (a default to confirm).
    """

    text: str
    mark: str = "M"

    def __post_init__(self) -> None:
        if self.mark not in ("S", "L", "M"):
            raise ProcedureError(f"unknown provenance mark {self.mark!r}")


HABIT = Basis("通行做法，待县级规定确认", "M")
"""What offices commonly do, and no document that was read says: a county confirms or changes it."""


@dataclass(frozen=True, slots=True)
class State:
    """One place in which a matter can stand; `label` is the office's term.

    In a state that is not `final` somebody's time runs, unless it is `unclocked`: nobody waits for anything there.
    """

    code: str
    label: str
    final: bool = False
    unclocked: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a transition must be given: a named input, and whether it may be left out."""

    name: str
    label: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of a move's clocks start: those of the value that a field of the matter has; `clocks` pairs both."""

    field: str
    clocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transition:
    """One legal move. `sources` may hold None: the move that opens the matter.

    `who` names the policy that decides; `starts`, `ends`, `pauses` and `resumes` name clock rules (a clock
    that runs already is not started anew); a `choice` says which of `starts` start;
    `automatic` moves are made by the system alone and have no button; `main` is the move that a
    matter normally makes next (the strip of steps is drawn from these).
    """

    code: str
    label: str
    sources: tuple[str | None, ...]
    target: str
    who: str
    needs: tuple[Need, ...] = ()
    starts: tuple[str, ...] = ()
    choice: Choice | None = None
    ends: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    basis: Basis | None = None
    automatic: bool = False
    main: bool = False

    def lands_in(self, source: str) -> str:
        """The state after this move from `source`."""
        return source if self.target == SAME else self.target

    def starts_for(self, subject: object) -> tuple[str, ...]:
        """The clocks that this move starts on a matter, by its fields."""
        if self.choice is None:
            return self.starts
        value = getattr(subject, self.choice.field)
        return tuple(clock for known, clock in self.choice.clocks if known == value)

    @property
    def opens(self) -> bool:
        return None in self.sources


@dataclass(frozen=True)
class Procedure:
    """The states and transitions of one kind of matter, under one dated version of its rules.

    Raises ProcedureError when a transition names an unknown state, when two share a code, when a
    state cannot be reached, or when a state that is not final has no way out.
    """

    code: str
    label: str
    version: str
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    basis: Basis | None = None
    clocks: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        _no_twins(self.code, [s.code for s in self.states])
        _no_twins(self.code, [t.code for t in self.transitions])
        known = set(self.by_state)
        for move in self.transitions:
            named = {s for s in move.sources if s is not None} | ({move.target} - {SAME})
            if named - known:
                raise ProcedureError(f"{self.code}.{move.code}: unknown state {sorted(named - known)}")
            clocks = {*move.starts, *move.ends, *move.pauses, *move.resumes}
            if clocks - self.clocks:
                raise ProcedureError(f"{self.code}.{move.code}: unknown clock {sorted(clocks - self.clocks)}")
            if move.choice and {clock for _value, clock in move.choice.clocks} != set(move.starts):
                raise ProcedureError(f"{self.code}.{move.code}: its choice is not among the clocks that it starts")
        self._every_state_is_reached_and_left()

    def _every_state_is_reached_and_left(self) -> None:
        reached = {t.target for t in self.transitions if t.opens}
        frontier = set(reached)
        while frontier:
            frontier = {t.target for t in self.transitions if set(t.sources) & frontier and t.target != SAME} - reached
            reached |= frontier
        if missing := set(self.by_state) - reached:
            raise ProcedureError(f"{self.code}: no way into {sorted(missing)}")
        for state in self.states:
            leaves = any(t.target != SAME for t in self.moves_from(state.code))
            if not state.final and not leaves:
                raise ProcedureError(f"{self.code}: no way out of {state.code}")

    @cached_property
    def by_state(self) -> dict[str, State]:
        return {s.code: s for s in self.states}

    @cached_property
    def by_code(self) -> dict[str, Transition]:
        return {t.code: t for t in self.transitions}

    @cached_property
    def opening(self) -> Transition:
        """The move that opens a matter of this kind."""
        return next(t for t in self.transitions if t.opens)

    def moves_from(self, state: str) -> Iterator[Transition]:
        """Every move that is legal from `state`, automatic ones included, in declared order."""
        return (t for t in self.transitions if state in t.sources)

    @cached_property
    def main_path(self) -> tuple[State, ...]:
        """The states of the normal course, in order: what the strip of steps shows."""
        path, seen = [self.by_state[self.opening.target]], {self.opening.target}
        while step := next((t for t in self.moves_from(path[-1].code) if t.main and t.target not in seen), None):
            path.append(self.by_state[step.target])
            seen.add(step.target)
        return tuple(path)


def _no_twins(owner: str, codes: list[str]) -> None:
    if len(codes) != len(set(codes)):
        raise ProcedureError(f"{owner}: a code is used twice in {codes}")
