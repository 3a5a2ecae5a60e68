"""Counting ballots: against a plain counter of random elections, and the laws that every count keeps."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from guantong.kernel.ballot_count import Next, Result, count
from guantong.kernel.ballot_export import FORMAT, differences, papers_as_json, papers_digest, setup_digest
from guantong.kernel.ballot_json import result_as_json, rule_as_json, rule_from_json, turnout_as_json
from guantong.kernel.ballot_paper import Paper, Turnout
from guantong.kernel.ballot_places import second_ballot
from guantong.kernel.ballot_rule import (
    BallotKind,
    Empty,
    Of,
    Option,
    Overfull,
    Rule,
    RuleError,
    Share,
    Short,
    Void,
)
from guantong.kernel.procedure import HABIT, Basis
from guantong.kernel.tests.ballot_cases import elections, plainly, rules

Election = tuple[Rule, list[Paper], Turnout]
MAJORITY = Share(1, 2, Of.ALL, over=True, basis=Basis("地方组织法第五十一条", "S"))
TWO_THIRDS = Share(2, 3, Of.ALL, over=False, basis=Basis("地方组织法第十四条", "S"))
WHOLE = Void(Overfull.PAPER, Empty.ABSTAINS, HABIT)
PROJECTS = Rule(
    kind=BallotKind.CHOOSE,
    options=tuple(Option(str(n), f"项目{n}") for n in range(1, 13)),
    passing=("chosen",),
    quorum=TWO_THIRDS,
    threshold=MAJORITY,
    void=WHOLE,
    places=10,
    short=Short.REFILL,
)
GRADES = Rule(
    kind=BallotKind.GRADE,
    options=(Option("1", "审议意见办理"),),
    passing=("satisfied", "fair"),
    quorum=MAJORITY,
    threshold=MAJORITY,
    void=WHOLE,
)


def _papers(*given: tuple[tuple[str, ...], int]) -> list[Paper]:
    rows = [choices for choices, times in given for _ in range(times)]
    return [Paper(f"P{n:04}", choices) for n, choices in enumerate(rows)]


def _votes(result: Result) -> dict[str, int]:
    return {c.code: c.votes for c in result.counts}


@settings(max_examples=3000, deadline=None)
@given(elections())
def test_it_comes_to_what_a_plain_counter_says(election: Election) -> None:
    _rule, papers, turnout = election
    result, told = count(*election), plainly(*election)
    assert (result.valid, _votes(result), result.quorum_met) == (told["valid"], told["votes"], told["quorum"])
    assert (set(result.chosen), set(result.tied), result.missing) == (told["chosen"], told["tied"], told["missing"])
    assert result.effective == (told["quorum"] and len(papers) <= turnout.handed_out)


@settings(max_examples=800, deadline=None)
@given(elections())
def test_nothing_is_lost_and_nothing_is_made(election: Election) -> None:
    rule, papers, _turnout = election
    result = count(*election)
    assert result.received == len(papers) == result.valid + sum(result.void.values())
    for option in result.counts:
        assert sum(option.answers.values()) == result.valid
        assert 0 <= option.votes <= result.valid
    if rule.kind is BallotKind.CHOOSE:
        assert sum(c.votes for c in result.counts) <= result.valid * rule.places
        assert len(result.chosen) + result.missing == (rule.places if result.effective else 0)
        assert not set(result.chosen) & set(result.tied)
        assert not result.tied or len(result.tied) > result.missing > 0


@settings(max_examples=500, deadline=None)
@given(elections(), st.randoms())
def test_the_order_of_the_papers_means_nothing(election: Election, rng: random.Random) -> None:
    rule, papers, turnout = election
    shuffled = list(papers)
    rng.shuffle(shuffled)
    assert count(rule, shuffled, turnout) == count(rule, papers, turnout)


@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(elections(), st.data())
def test_one_more_vote_for_it_never_costs_an_option_its_place(election: Election, data: st.DataObject) -> None:
    """A valid paper that did not speak for an option now does: what had passed still has."""
    rule, papers, turnout = election
    before = count(*election)
    assume(before.effective and papers)
    at = data.draw(st.integers(0, len(papers) - 1))
    code = data.draw(st.sampled_from([option.code for option in rule.options]))
    marked = papers[at].choices
    if rule.kind is BallotKind.CHOOSE:
        changed = tuple(sorted({*marked, code}))
        assume(len(changed) <= rule.places and marked != ("spoilt",) and marked)
    else:
        assume(marked != ("spoilt",) and marked)
        changed = (*(choice for choice in marked if not choice.startswith(f"{code}-")), f"{code}-{rule.passing[0]}")
    # The paper counts before and after, or the number of valid papers would change as well.
    assume(count(rule, [papers[at]], Turnout(1, 1, 1)).valid == 1)
    after = count(rule, [*papers[:at], replace(papers[at], choices=changed), *papers[at + 1 :]], turnout)
    assume(after.valid == before.valid)
    if code in before.chosen:
        assert code in after.chosen
    if code in before.tied:
        assert code in {*after.tied, *after.chosen}


@settings(max_examples=300, deadline=None)
@given(elections())
def test_a_published_file_gives_the_same_result_without_a_database(election: Election) -> None:
    rule, papers, turnout = election
    setup = {"title": "表决", "rule": rule_as_json(rule)}
    rows = papers_as_json(papers)
    export: dict[str, Any] = {
        "format": FORMAT,
        "setup": setup,
        "setup_digest": setup_digest(setup),
        "turnout": turnout_as_json(turnout),
        "papers": rows,
        "papers_digest": papers_digest(rows),
        "result": result_as_json(count(rule, papers, turnout)),
    }
    assert differences(export) == []
    if papers:
        assert any("摘要" in told for told in differences({**export, "papers": rows[1:]}))
    lied = {**export["result"], "valid": export["result"]["valid"] + 1}
    assert any(told.startswith("valid") for told in differences({**export, "result": lied}))


@given(rules())
def test_a_rule_is_the_same_when_it_is_read_again(rule: Rule) -> None:
    assert rule_from_json(rule_as_json(rule)) == rule


def test_the_ten_of_twelve_with_the_most_votes_are_chosen() -> None:
    ten, two = tuple(str(n) for n in range(1, 11)), tuple(str(n) for n in range(3, 13))
    result = count(PROJECTS, _papers((ten, 130), (two, 70)), Turnout(250, 210, 200))
    assert result.chosen == (*(str(n) for n in range(3, 11)), "1", "2")
    assert (result.next, result.missing) == (Next.NOTHING, 0)
    assert "即至少126票" in "".join(step.sentence() for step in result.steps)


def test_a_tie_for_the_last_place_is_voted_on_again_among_the_tied() -> None:
    rule = replace(PROJECTS, options=PROJECTS.options[:3], places=2)
    result = count(rule, _papers((("1", "2"), 60), (("1", "3"), 60)), Turnout(101, 101, 120 - 19))
    assert not result.effective, "more papers than people"
    result = count(rule, _papers((("1", "2"), 60), (("1", "3"), 60)), Turnout(118, 118, 118))
    assert not result.effective
    result = count(rule, _papers((("1", "2"), 60), (("1", "3"), 60)), Turnout(120, 120, 120))
    assert (result.chosen, result.missing, result.next) == (("1",), 1, Next.REFILL)
    lower = replace(rule, threshold=Share(1, 2, Of.ALL, over=False, basis=HABIT))
    result = count(lower, _papers((("1", "2"), 60), (("1", "3"), 60)), Turnout(120, 120, 120))
    assert (result.chosen, result.tied, result.missing) == (("1",), ("2", "3"), 1)
    again = second_ballot(lower, result.tied, result.chosen, result.missing)
    assert ([o.code for o in again.options], again.places, again.threshold) == (["2", "3"], 1, None)
    decided = count(again, _papers((("2",), 61), (("3",), 59)), Turnout(120, 120, 120))
    assert decided.chosen == ("2",)


def test_satisfaction_is_measured_by_all_members_not_by_those_present() -> None:
    given = _papers((("1-satisfied",), 6), (("1-fair",), 3), (("1-dissatisfied",), 1))
    assert count(GRADES, given, Turnout(17, 10, 10)).chosen == ("1",)
    assert count(GRADES, given, Turnout(18, 10, 10)).chosen == ()
    alone = replace(GRADES, passing=("satisfied",))
    assert count(alone, given, Turnout(17, 10, 10)).chosen == ()
    assert count(alone, given, Turnout(11, 10, 10)).chosen == ("1",)


def test_without_a_quorum_nothing_is_decided() -> None:
    result = count(GRADES, _papers((("1-satisfied",), 8)), Turnout(17, 8, 8))
    assert (result.quorum_met, result.effective, result.chosen, result.next) == (False, False, (), Next.ANEW)


def test_a_choice_that_the_paper_does_not_have_is_an_error_and_no_void_paper() -> None:
    with pytest.raises(RuleError, match="M1"):
        count(GRADES, [Paper("M1", ("2-satisfied",))], Turnout(3, 3, 3))


@pytest.mark.parametrize(
    "broken",
    [
        {"places": 0},
        {"places": 13},
        {"options": ()},
        {"passing": ("yes",)},
        {"void": Void(Overfull.ITEM, Empty.VOID, HABIT)},
    ],
)
def test_a_rule_refuses_to_contradict_itself(broken: dict[str, object]) -> None:
    with pytest.raises(RuleError):
        replace(PROJECTS, **broken)  # type: ignore[arg-type]  # wrong on purpose
