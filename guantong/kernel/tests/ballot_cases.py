"""Random elections, and a counter of them that knows nothing of ours: plain loops over plain lists."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guantong.kernel.ballot_paper import Paper, Turnout
from guantong.kernel.ballot_rule import (
    SPOILT,
    BallotKind,
    Empty,
    Of,
    Option,
    Overfull,
    Rule,
    Share,
    Short,
    Void,
)
from guantong.kernel.procedure import HABIT

HALF = (1, 2, True)
SHARES = (HALF, (2, 3, False), (1, 3, False), (3, 5, True), (1, 1, False))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """A rule of any kind."""
    kind = draw(st.sampled_from(list(BallotKind)))
    options = tuple(Option(str(n), f"项{n}") for n in range(1, draw(st.integers(1, 7)) + 1))
    part, whole, over = draw(st.sampled_from(SHARES))
    threshold: Share | None = Share(part, whole, draw(st.sampled_from(list(Of))), over, HABIT)
    choose = kind is BallotKind.CHOOSE
    if choose and draw(st.booleans()):
        threshold = None
    passing: dict[str, list[tuple[str, ...]]] = {
        "grade": [("satisfied",), ("satisfied", "fair")],
        "decide": [("yes",)],
        "choose": [("chosen",)],
    }
    overfull = Overfull.PAPER if choose else draw(st.sampled_from(list(Overfull)))
    return Rule(
        kind=kind,
        options=options,
        passing=draw(st.sampled_from(passing[kind.value])),
        quorum=Share(*draw(st.sampled_from([(1, 2), (2, 3)])), Of.ALL, draw(st.booleans()), HABIT),
        threshold=threshold,
        void=Void(overfull, draw(st.sampled_from(list(Empty))), HABIT),
        places=draw(st.integers(1, len(options))) if choose else 0,
        short=draw(st.sampled_from(list(Short))),
    )


@st.composite
def elections(draw: st.DrawFn) -> tuple[Rule, list[Paper], Turnout]:
    """A rule, papers and a turnout; sometimes no quorum, sometimes more papers than were handed out."""
    rule = draw(rules())
    known = sorted(rule.choices)
    choices = st.one_of(
        st.lists(st.sampled_from(known), unique=True, max_size=min(len(known), 9)).map(tuple),
        st.just((SPOILT,)),
        st.just(()),
        st.just(tuple(known[: max(rule.places, 1)])),
    )
    papers = [Paper(f"M{n:05}", given) for n, given in enumerate(draw(st.lists(choices, max_size=24)))]
    handed_out = max(0, len(papers) + draw(st.sampled_from([0, 0, 0, 1, 3, -1])))
    present = handed_out + draw(st.integers(0, 4))
    return rule, papers, Turnout(max(1, present + draw(st.sampled_from([0, 1, 4, 30]))), present, handed_out)


def plainly(rule: Rule, papers: list[Paper], turnout: Turnout) -> dict[str, Any]:
    """What the election comes to, by the words of the rules."""
    good = [paper.choices for paper in papers if not _void(rule, list(paper.choices))]
    votes = {option.code: _votes_for(rule, option.code, good) for option in rule.options}
    over = [code for code in votes if _reaches(rule, votes[code], turnout, len(good))]
    quorum = _at(turnout.present / turnout.eligible, rule.quorum)
    told: dict[str, Any] = {"valid": len(good), "votes": votes, "quorum": quorum, "tied": set(), "missing": 0}
    if not quorum or len(papers) > turnout.handed_out:
        return {**told, "chosen": set()}
    if rule.kind.value != "choose":
        return {**told, "chosen": set(over)}
    chosen: set[str] = set()
    while over:
        best = max(votes[code] for code in over)
        group = {code for code in over if votes[code] == best}
        if len(chosen) + len(group) > rule.places:
            told["tied"] = group if len(chosen) < rule.places else set()
            break
        chosen |= group
        over = [code for code in over if code not in group]
    return {**told, "chosen": chosen, "missing": rule.places - len(chosen)}


def _void(rule: Rule, marked: list[str]) -> bool:
    if marked == [SPOILT]:
        return True
    if len(marked) == 0:
        return rule.void.empty.value == "void"
    if rule.kind.value == "choose":
        return len(marked) > rule.places
    items = [choice.split("-")[0] for choice in marked]
    return rule.void.overfull.value == "paper" and any(items.count(item) > 1 for item in items)


def _votes_for(rule: Rule, code: str, good: list[tuple[str, ...]]) -> int:
    votes = 0
    for marked in good:
        if rule.kind.value == "choose":
            votes += 1 if code in marked else 0
        else:
            own = [choice for choice in marked if choice.split("-")[0] == code]
            votes += 1 if len(own) == 1 and own[0].split("-")[1] in rule.passing else 0
    return votes


def _reaches(rule: Rule, votes: int, turnout: Turnout, good: int) -> bool:
    if votes == 0 or rule.threshold is None:
        return votes > 0
    base = {"all": turnout.eligible, "present": turnout.present, "valid": good}[rule.threshold.of.value]
    # Of nobody, every vote is more than any share: a ballot like that is without effect anyway.
    return base == 0 or _at(votes / base, rule.threshold)


def _at(reached: float, share: Share) -> bool:
    asked = share.part / share.whole
    if abs(reached - asked) < 1e-9:
        return not share.over
    return reached > asked
