"""Who gets the places: the most votes first, a second ballot among those tied for the last, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from guantong.kernel.ballot_rule import BallotKind, Rule, RuleError, Short
from guantong.kernel.ballot_step import Params, Step
from guantong.kernel.procedure import Basis

BY_VOTES = Basis("得票多的入选；末位同票再次投票（通行做法，待县级规定确认）", "M")


@dataclass(frozen=True, slots=True)
class Placing:
    """Codes that won, the most votes first; those tied for the places that are left; how many places nobody won."""

    chosen: tuple[str, ...]
    tied: tuple[str, ...]
    missing: int
    steps: tuple[Step, ...]


def place(rule: Rule, votes: Mapping[str, int], over: Set[str]) -> Placing:
    """Give the places to the options `over` the threshold by their votes. Items have no places: those over it passed.

    Without a threshold an option still needs one vote.
    """
    order = [option.code for option in rule.options if option.code in over]
    if rule.kind is not BallotKind.CHOOSE:
        return Placing(tuple(order), (), 0, ())
    order = sorted((code for code in order if votes[code]), key=lambda code: -votes[code])
    first = Step("over", {"places": rule.places, "over": len(order)})
    if len(order) <= rule.places:
        return _all_over(rule, order, first)
    last = votes[order[rule.places - 1]]
    if votes[order[rule.places]] < last:
        chosen = tuple(order[: rule.places])
        return Placing(chosen, (), 0, (first, _chosen(rule, chosen)))
    chosen = tuple(code for code in order if votes[code] > last)
    tied = tuple(code for code in order if votes[code] == last)
    left = rule.places - len(chosen)
    words: Params = {"labels": _labels(rule, tied), "votes": last, "left": left}
    return Placing(chosen, tied, left, (first, _chosen(rule, chosen), Step("tied", words, BY_VOTES)))


def _all_over(rule: Rule, order: list[str], first: Step) -> Placing:
    missing = rule.places - len(order)
    steps: tuple[Step, ...] = (first, _chosen(rule, tuple(order)))
    if missing:
        kind = "refill" if rule.short is Short.REFILL else "fewer"
        steps = (*steps, Step(kind, {"missing": missing}, rule.short_basis))
    return Placing(tuple(order), (), missing, steps)


def second_ballot(rule: Rule, placing_tied: tuple[str, ...], chosen: tuple[str, ...], missing: int) -> Rule:
    """The rule of the ballot that a result asks for.

    Among the tied the most votes win, without a threshold; a refill asks of all that were not chosen, under the same
    threshold. Raises RuleError when no place is left.
    """
    if not missing:
        raise RuleError("no place is left to vote about")
    left = placing_tied or tuple(option.code for option in rule.options if option.code not in chosen)
    options = tuple(option for option in rule.options if option.code in left)
    threshold = None if placing_tied else rule.threshold
    return replace(rule, options=options, places=min(missing, len(options)), threshold=threshold)


def _chosen(rule: Rule, chosen: tuple[str, ...]) -> Step:
    return Step("chosen", {"count": len(chosen), "labels": _labels(rule, chosen)}, BY_VOTES)


def _labels(rule: Rule, codes: tuple[str, ...]) -> tuple[str, ...]:
    labels = {option.code: option.label for option in rule.options}
    return tuple(labels[code] for code in codes)
