"""The words that people read out of declarations: gettext does not see them where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.ballots.detail import DECLARED_WORDS as BALLOT_WORDS
from guantong.deadlines.rules import all_rules
from guantong.figures.definitions import all_definitions
from guantong.kernel.clock import Unit
from guantong.kernel.clock_remaining import REMAINING_WORDS
from guantong.kernel.clock_working import WORKING_WORDS
from guantong.kernel.procedure import Procedure
from guantong.kernel.verdict import Verdict
from guantong.matters.registry import kinds


def declared_words() -> list[str]:
    """Every such word once, in the order of the declarations, in the language of the source."""
    return list(dict.fromkeys(filter(None, _all())))


def _all() -> Iterator[str]:
    for kind in kinds():
        yield from _of_procedure(kind.procedure)
        for older in kind.older.values():
            yield from _of_procedure(older)
    for rule in all_rules():
        yield rule.name
        yield rule.basis.text
    for figure in all_definitions():
        yield figure.indicator.name
        yield figure.indicator.definition
        if figure.indicator.unit != "%":
            yield figure.indicator.unit
    yield from (unit.label for unit in Unit)
    yield from (verdict.label for verdict in Verdict)
    yield from REMAINING_WORDS
    yield from WORKING_WORDS
    yield from BALLOT_WORDS


def _of_procedure(procedure: Procedure) -> Iterator[str]:
    yield procedure.label
    yield from (state.label for state in procedure.states)
    if procedure.basis:
        yield procedure.basis.text
    for move in procedure.transitions:
        yield move.label
        yield from (need.label for need in move.needs)
        if move.basis:
            yield move.basis.text
