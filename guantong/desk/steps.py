"""The strip of steps of a matter: its procedure's normal course, with what was done, what is now, what comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guantong.audit.models import Entry
from guantong.base.now import local_day
from guantong.kernel.procedure import Procedure, State


@dataclass(frozen=True, slots=True)
class Step:
    """One step of base/_strip.html: state is done, now, next or skipped; `note` the day it was reached."""

    label: str
    state: str
    note: str = ""


def steps(procedure: Procedure, state: str, entries: Sequence[Entry]) -> list[Step]:
    """The steps for a matter in `state`. A matter that left the normal course shows where it went instead."""
    reached = {entry.target: local_day(entry.at).isoformat() for entry in entries if entry.target != entry.source}
    path = procedure.main_path
    codes = [step.code for step in path]
    if state in codes:
        here = codes.index(state)
        return [_step(step, _state(n - here, step, reached), reached) for n, step in enumerate(path)]
    passed = [_step(step, "done", reached) for step in path if step.code in reached]
    last = procedure.by_state[state]
    return [*passed, _step(last, "done" if last.final else "now", reached)]


def _state(offset: int, step: State, reached: dict[str, str]) -> str:
    if offset > 0:
        return "next"
    if offset == 0:
        return "done" if step.final else "now"
    return "done" if step.code in reached else "skipped"


def _step(step: State, state: str, reached: dict[str, str]) -> Step:
    return Step(step.label, state, reached.get(step.code, "") if state in ("done", "now") else "")
