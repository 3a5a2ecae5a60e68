"""The papers of a ballot and who could have given one: what is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guantong.kernel.ballot_rule import ANSWERS, SPOILT, BallotKind, Empty, Overfull, Rule, RuleError


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many could vote, were there, and took a paper (on paper or on a screen)."""

    eligible: int
    present: int
    handed_out: int

    def __post_init__(self) -> None:
        if not 0 <= self.handed_out <= self.present <= self.eligible or not self.eligible:
            raise RuleError(f"of {self.eligible} there were {self.present}, and {self.handed_out} took a paper")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: the short random mark by which its voter finds it, and what is marked on it."""

    mark: str
    choices: tuple[str, ...]


class Fault(StrEnum):
    """Why a paper counts for nothing."""

    SPOILT = "spoilt"
    EMPTY = "empty"
    OVERFULL = "overfull"


def well_formed(rule: Rule, choices: Iterable[str]) -> bool:
    """Whether this can stand on a paper at all: known choices, each once, and SPOILT only alone."""
    given = list(choices)
    return given == [SPOILT] or (len(set(given)) == len(given) and set(given) <= rule.choices)


def fault_of(rule: Rule, choices: tuple[str, ...]) -> Fault | None:
    """Why a well-formed paper is void; None for a valid one."""
    if choices == (SPOILT,):
        return Fault.SPOILT
    if not choices:
        return Fault.EMPTY if rule.void.empty is Empty.VOID else None
    if rule.kind is BallotKind.CHOOSE:
        return Fault.OVERFULL if len(choices) > rule.places else None
    doubled = len({item for item, _answer in map(split, choices)}) < len(choices)
    return Fault.OVERFULL if doubled and rule.void.overfull is Overfull.PAPER else None


def split(choice: str) -> tuple[str, str]:
    """An item's choice in its parts: 1-satisfied is satisfied with item 1."""
    item, _, answer = choice.partition("-")
    return item, answer


def answer_to(rule: Rule, choices: tuple[str, ...], item: str) -> str:
    """The one answer of a valid paper to an item; `blank` without one, `doubled` with more than one."""
    given = [answer for answer in ANSWERS[rule.kind] if f"{item}-{answer}" in choices]
    return given[0] if len(given) == 1 else "doubled" if given else "blank"
