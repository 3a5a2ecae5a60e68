"""Counting a ballot: a pure function of the rule, the papers and the turnout. No result is ever typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from guantong.kernel.ballot_paper import Fault, Paper, Turnout, answer_to, fault_of, well_formed
from guantong.kernel.ballot_places import Placing, place
from guantong.kernel.ballot_rule import ANSWERS, BASE_WORDS, BallotKind, Of, Option, Overfull, Rule, RuleError, Short
from guantong.kernel.ballot_step import Params, Step


class Next(StrEnum):
    """What the result asks for."""

    NOTHING = "nothing"
    AMONG_TIED = "among_tied"
    REFILL = "refill"
    ANEW = "anew"


@dataclass(frozen=True, slots=True)
class OptionCount:
    """What one option got: the valid papers by their answer to it, and the `votes`, those that speak for it."""

    code: str
    label: str
    answers: Mapping[str, int]
    votes: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a ballot decided, and how that follows.

    `effective` is False without a quorum, or with more papers than were handed out: then nothing is chosen.
    `void` counts the void papers by their fault. `missing` are places that nobody won.
    """

    effective: bool
    quorum_met: bool
    received: int
    valid: int
    void: Mapping[str, int]
    counts: tuple[OptionCount, ...]
    chosen: tuple[str, ...]
    tied: tuple[str, ...]
    missing: int
    next: Next
    steps: tuple[Step, ...]


def count(rule: Rule, papers: Sequence[Paper], turnout: Turnout) -> Result:
    """Count `papers` under `rule`. Raises RuleError for a paper that cannot have been filled in so."""
    if malformed := [paper.mark for paper in papers if not well_formed(rule, paper.choices)]:
        raise RuleError(f"not filled in as this ballot asks: {malformed}")
    faults = [fault_of(rule, paper.choices) for paper in papers]
    valid = [paper.choices for paper, fault in zip(papers, faults, strict=True) if fault is None]
    void = {fault.value: faults.count(fault) for fault in Fault}
    quorum_met = turnout.present >= rule.quorum.needed(turnout.eligible)
    effective = quorum_met and len(papers) <= turnout.handed_out
    steps = [_quorum(rule, turnout, quorum_met), _papers(rule, turnout, len(papers))]
    validity = {"valid": len(valid), "void": len(papers) - len(valid), **void}
    steps.append(Step("validity", validity, rule.void.basis))
    needed = 0
    if rule.threshold is None:
        steps.append(Step("plurality", {}))
    else:
        base = {Of.ALL: turnout.eligible, Of.PRESENT: turnout.present, Of.VALID: len(valid)}[rule.threshold.of]
        needed = rule.threshold.needed(base)
        words: Params = {
            "of": BASE_WORDS[rule.threshold.of],
            "base": base,
            "share": rule.threshold.words(),
            "needed": needed,
        }
        steps.append(Step("threshold", words, rule.threshold.basis))
    counts = tuple(_tally(rule, option, valid, needed) for option in rule.options)
    placing = place(rule, {c.code: c.votes for c in counts}, {c.code for c in counts if c.passed})
    if effective:
        steps += _items(rule, counts) if rule.kind is not BallotKind.CHOOSE else placing.steps
    else:
        placing, counts = Placing((), (), 0, ()), tuple(replace(c, passed=False) for c in counts)
    return Result(
        effective=effective,
        quorum_met=quorum_met,
        received=len(papers),
        valid=len(valid),
        void=void,
        counts=counts,
        chosen=placing.chosen,
        tied=placing.tied,
        missing=placing.missing,
        next=_next(rule, placing) if effective else Next.ANEW,
        steps=tuple(steps),
    )


def _quorum(rule: Rule, turnout: Turnout, met: bool) -> Step:
    words: Params = {
        "eligible": turnout.eligible,
        "present": turnout.present,
        "share": rule.quorum.words(),
        "needed": rule.quorum.needed(turnout.eligible),
    }
    return Step("quorum_met" if met else "quorum_missed", words, rule.quorum.basis)


def _papers(rule: Rule, turnout: Turnout, received: int) -> Step:
    kind = "papers" if received <= turnout.handed_out else "too_many_papers"
    return Step(kind, {"handed_out": turnout.handed_out, "received": received}, rule.void.basis)


def _tally(rule: Rule, option: Option, valid: Sequence[tuple[str, ...]], needed: int) -> OptionCount:
    code = option.code
    if rule.kind is BallotKind.CHOOSE:
        votes = sum(code in choices for choices in valid)
        answers = {"chosen": votes, "blank": len(valid) - votes}
    else:
        given = Counter(answer_to(rule, choices, code) for choices in valid)
        known = [*ANSWERS[rule.kind], "blank", *(["doubled"] if rule.void.overfull is Overfull.ITEM else [])]
        answers = {answer: given[answer] for answer in known}
        votes = sum(answers[answer] for answer in rule.passing)
    return OptionCount(code, option.label, answers, votes, votes >= max(needed, 1))


def _items(rule: Rule, counts: Sequence[OptionCount]) -> list[Step]:
    basis = rule.threshold.basis if rule.threshold else None
    return [
        Step("item_passed" if c.passed else "item_failed", {"label": c.label, "votes": c.votes}, basis) for c in counts
    ]


def _next(rule: Rule, placing: Placing) -> Next:
    if placing.tied:
        return Next.AMONG_TIED
    return Next.REFILL if placing.missing and rule.short is Short.REFILL else Next.NOTHING
