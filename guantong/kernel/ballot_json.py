"""Rules, papers, turnout and results of ballots as plain JSON data, and read from it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guantong.kernel.ballot_count import Result
from guantong.kernel.ballot_paper import Paper, Turnout
from guantong.kernel.ballot_rule import BallotKind, Empty, Of, Option, Overfull, Rule, RuleError, Share, Short, Void
from guantong.kernel.procedure import Basis, ProcedureError


def rule_as_json(rule: Rule) -> dict[str, Any]:
    """The whole rule, with the basis of each part."""
    return {
        "kind": rule.kind.value,
        "options": [{"code": option.code, "label": option.label} for option in rule.options],
        "places": rule.places,
        "passing": list(rule.passing),
        "quorum": _share(rule.quorum),
        "threshold": _share(rule.threshold) if rule.threshold else None,
        "void": {
            "overfull": rule.void.overfull.value,
            "empty": rule.void.empty.value,
            "basis": _basis(rule.void.basis),
        },
        "short": rule.short.value,
        "short_basis": _basis(rule.short_basis),
    }


def rule_from_json(data: Mapping[str, Any]) -> Rule:
    """The rule that was written so. Raises RuleError for anything else."""
    try:
        void = data["void"]
        return Rule(
            kind=BallotKind(data["kind"]),
            options=tuple(Option(str(option["code"]), str(option["label"])) for option in data["options"]),
            passing=tuple(data["passing"]),
            quorum=_share_from(data["quorum"]),
            threshold=_share_from(data["threshold"]) if data["threshold"] else None,
            void=Void(Overfull(void["overfull"]), Empty(void["empty"]), _basis_from(void["basis"])),
            places=int(data["places"]),
            short=Short(data["short"]),
            short_basis=_basis_from(data["short_basis"]),
        )
    except (KeyError, TypeError, AttributeError, ProcedureError) as error:
        raise RuleError(f"no rule of a ballot: {error!r}") from error
    except ValueError as error:
        raise RuleError(str(error)) from error


def result_as_json(result: Result) -> dict[str, Any]:
    """Every number of a result and its working in sentences."""
    return {
        "effective": result.effective,
        "quorum_met": result.quorum_met,
        "received": result.received,
        "valid": result.valid,
        "void": dict(result.void),
        "counts": [
            {"code": c.code, "label": c.label, "answers": dict(c.answers), "votes": c.votes, "passed": c.passed}
            for c in result.counts
        ],
        "chosen": list(result.chosen),
        "tied": list(result.tied),
        "missing": result.missing,
        "next": result.next.value,
        "steps": [step.sentence() for step in result.steps],
    }


def turnout_as_json(turnout: Turnout) -> dict[str, int]:
    """The three numbers."""
    return {"eligible": turnout.eligible, "present": turnout.present, "handed_out": turnout.handed_out}


def turnout_from_json(data: Mapping[str, Any]) -> Turnout:
    """The three numbers. Raises RuleError for anything else."""
    try:
        numbers = [data[name] for name in ("eligible", "present", "handed_out")]
    except (KeyError, TypeError) as error:
        raise RuleError(f"no turnout: {error!r}") from error
    if not all(type(number) is int for number in numbers):
        raise RuleError(f"no turnout: {numbers}")
    return Turnout(*numbers)


def papers_from_json(data: Sequence[Mapping[str, Any]]) -> list[Paper]:
    """The papers, in the order given. Raises RuleError for anything else."""
    try:
        return [Paper(str(row["mark"]), tuple(str(choice) for choice in row["choices"])) for row in data]
    except (KeyError, TypeError) as error:
        raise RuleError(f"no papers: {error!r}") from error


def _share(share: Share) -> dict[str, Any]:
    return {
        "part": share.part,
        "whole": share.whole,
        "of": share.of.value,
        "over": share.over,
        "basis": _basis(share.basis),
    }


def _share_from(data: Mapping[str, Any]) -> Share:
    part, whole, over = data["part"], data["whole"], data["over"]
    if type(part) is not int or type(whole) is not int or type(over) is not bool:
        raise RuleError(f"no share: {data}")
    return Share(part, whole, Of(data["of"]), over, _basis_from(data["basis"]))


def _basis(basis: Basis) -> dict[str, str]:
    return {"text": basis.text, "mark": basis.mark}


def _basis_from(data: Mapping[str, Any]) -> Basis:
    return Basis(str(data["text"]), str(data["mark"]))
