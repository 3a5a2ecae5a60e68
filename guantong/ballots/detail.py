"""What the page of a ballot shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.ballots.forms.moves import FORMS
from guantong.ballots.forms.paper_lines import EXAMPLE_WORDS
from guantong.ballots.models import Ballot
from guantong.ballots.rules.settings import RULE_WORDS
from guantong.ballots.selectors.results import COUNTED, papers_of, result_of, rule_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.kernel.ballot_count import Next
from guantong.kernel.ballot_disclosure import DISCLOSURE_WORDS, discloses
from guantong.kernel.ballot_rule import ANSWERS, BASE_WORDS, SPOILT, Rule
from guantong.kernel.ballot_step import COUNT_WORDS
from guantong.matters.actions import Desk

BLANK = {"blank": "未填", "doubled": "多填"}
NEXT_WORDS = {
    Next.NOTHING: "",
    Next.AMONG_TIED: "末位同票，应在它们之间再次投票。",
    Next.REFILL: "名额没有选满，应对其余的再次投票。",
    Next.ANEW: "表决无效，应重新投票。",
}
DECLARED_WORDS = (
    *COUNT_WORDS,
    *DISCLOSURE_WORDS,
    *EXAMPLE_WORDS,
    *RULE_WORDS,
    *BLANK.values(),
    *filter(None, NEXT_WORDS.values()),
    *(word for answers in ANSWERS.values() for word in answers.values()),
    "无法辨认",
    "空白",
)
"""What is said of ballots and is no gettext call where it stands, for whoever translates it."""


def rule_shown(ballot: Ballot) -> Mapping[str, Any]:
    """The rule in words, each part with its basis."""
    rule = rule_of(ballot)
    answers = ANSWERS[rule.kind]
    return {
        "rule": rule,
        "places": rule.places,
        "quorum": gettext(rule.quorum.words()),
        "quorum_basis": rule.quorum.basis,
        "threshold": gettext(rule.threshold.words()) if rule.threshold else "",
        "threshold_of": gettext(BASE_WORDS[rule.threshold.of]) if rule.threshold else "",
        "threshold_basis": rule.threshold.basis if rule.threshold else None,
        "passing": [gettext(answers[answer]) for answer in rule.passing],
        "void_basis": rule.void.basis,
        "empty_abstains": rule.void.empty.value == "abstains",
    }


def result_shown(ballot: Ballot) -> Mapping[str, Any]:
    """The result in words with its working, and every paper with its mark; nothing before it is counted."""
    if ballot.state not in COUNTED:
        return {"result": None}
    rule, result = rule_of(ballot), result_of(ballot)
    known = [*ANSWERS[rule.kind].items(), *BLANK.items()]
    columns = [(code, gettext(word)) for code, word in known if code in result.counts[0].answers]
    return {
        "result": result,
        "columns": [word for _code, word in columns],
        "rows": [(c, [c.answers[code] for code, _word in columns], c.code in result.chosen) for c in result.counts],
        "steps": [(step.sentence(gettext), step.basis) for step in result.steps],
        "next_words": gettext(NEXT_WORDS[result.next]) if NEXT_WORDS[result.next] else "",
        "papers": [(paper.mark, choices_in_words(rule, paper.choices)) for paper in papers_of(ballot)],
        "follower": Ballot.objects.filter(follows=ballot).only("pk", "title").first(),
    }


def choices_in_words(rule: Rule, choices: tuple[str, ...]) -> str:
    """What is marked on a paper, as people read it."""
    if choices == (SPOILT,):
        return gettext("无法辨认")
    if not choices:
        return gettext("空白")
    labels = {option.code: option.label for option in rule.options}
    if rule.places:
        return gettext("、").join(option.code for option in rule.options if option.code in choices)
    answers = ANSWERS[rule.kind]
    said = [(labels[item], gettext(answers[answer])) for item, _, answer in (c.partition("-") for c in sorted(choices))]
    if len(rule.options) == 1:
        return gettext("、").join(answer for _item, answer in said)
    return gettext("、").join(f"{item} {answer}" for item, answer in said)


def _ballot(ballot: Ballot, actor: Actor) -> Mapping[str, Any]:
    turnout = turnout_of(ballot)
    warning = discloses(turnout.eligible)
    return {
        **rule_shown(ballot),
        **result_shown(ballot),
        "turnout": turnout,
        "disclosure": gettext(warning).format(voters=turnout.eligible) if warning else "",
        "may_run": actor.role in CONGRESS_ROLES,
    }


DESK = Desk(forms=FORMS, loads=("subject", "follows"), detail=_ballot)
