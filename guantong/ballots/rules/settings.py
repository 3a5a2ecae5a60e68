"""The rules in force for a county's ballots, by who votes and what for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from guantong.ballots.models import Body, Purpose
from guantong.kernel.ballot_places import BY_VOTES
from guantong.kernel.ballot_rule import (
    ANSWERS,
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
from guantong.regions import known_settings, rulebook

SETTINGS = {purpose: f"ballot.{purpose.value}" for purpose in Purpose}
"""The setting that holds a county's own rule, by what is voted about."""

KINDS = {
    Purpose.SATISFACTION: BallotKind.GRADE,
    Purpose.DECISION: BallotKind.DECIDE,
    Purpose.PROJECTS: BallotKind.CHOOSE,
}

COMMITTEE = Basis("地方组织法第五十一条", "S")
QUORUM_OF_CONGRESS = Basis("地方组织法第十四条", "S")
MAJORITY_OF_CONGRESS = Basis("地方组织法第二十五条", "S")
SATISFACTION = Basis("参照石泉县满意度测评办法：过全体组成人员的半数；待县级规定确认", "L")
VALIDITY = Basis("参照选举法：多选的作废，少选的有效，收回的多于发出的无效；待县级规定确认", "M")

RULE_WORDS = tuple(
    basis.text for basis in (COMMITTEE, QUORUM_OF_CONGRESS, MAJORITY_OF_CONGRESS, SATISFACTION, VALIDITY, BY_VOTES)
)
"""The bases, for whoever translates them."""

QUORUMS = {
    Body.STANDING_COMMITTEE: Share(1, 2, Of.ALL, over=True, basis=COMMITTEE),
    Body.CONGRESS: Share(2, 3, Of.ALL, over=False, basis=QUORUM_OF_CONGRESS),
}
"""That the law sets: no county changes them."""

DEFAULTS: dict[str, dict[str, Any]] = {
    Purpose.SATISFACTION: {"passing": ["satisfied", "fair"]},
    Purpose.DECISION: {"passing": ["yes"]},
    Purpose.PROJECTS: {"passing": ["chosen"]},
}
USUAL: dict[str, Any] = {"part": 1, "whole": 2, "of": "all", "over": True, "empty": "abstains", "short": "refill"}


def rule_for(
    *,
    purpose: Purpose,
    voters: Body,
    options: Sequence[str],
    places: int,
    region_code: str,
    on: date,
) -> Rule:
    """The rule of a ballot about these options, numbered from 1. Raises RuleError for what contradicts itself."""
    own = rulebook.setting(SETTINGS[purpose], region_code=region_code, on=on)
    value = {**USUAL, **DEFAULTS[purpose], **(own.value if own else {})}
    basis = Basis(own.basis, own.mark) if own else None
    return Rule(
        kind=KINDS[purpose],
        options=tuple(Option(str(number), label) for number, label in enumerate(options, 1)),
        passing=tuple(value["passing"]),
        quorum=QUORUMS[voters],
        threshold=Share(
            value["part"], value["whole"], Of(value["of"]), value["over"], basis or _majority(purpose, voters)
        ),
        void=Void(Overfull.PAPER, Empty(value["empty"]), basis or VALIDITY),
        places=places if purpose == Purpose.PROJECTS else 0,
        short=Short(value["short"]),
        short_basis=basis or HABIT,
    )


def _majority(purpose: Purpose, voters: Body) -> Basis:
    if purpose == Purpose.SATISFACTION:
        return SATISFACTION
    return COMMITTEE if voters == Body.STANDING_COMMITTEE else MAJORITY_OF_CONGRESS


def _problem(purpose: Purpose, value: Any) -> str | None:
    """What is wrong with a county's own rule."""
    shape = _(
        "表决规则可写 part、whole、of、over（通过线）、passing（计入通过的选项）、empty（空白票）、short（不足名额）。"
    )
    if not isinstance(value, dict) or not value or set(value) - {*USUAL, "passing"}:
        return shape
    full = {**USUAL, **DEFAULTS[purpose], **value}
    known = ANSWERS[KINDS[purpose]]
    checks: list[Callable[[], object]] = [
        lambda: Share(full["part"], full["whole"], Of(full["of"]), full["over"], HABIT),
        lambda: (Empty(full["empty"]), Short(full["short"])),
    ]
    whole = type(full["part"]) is int and type(full["whole"]) is int and type(full["over"]) is bool
    listed = isinstance(full["passing"], list) and full["passing"] and not set(map(str, full["passing"])) - set(known)
    if not whole or not listed or not all(map(_holds, checks)):
        return shape
    return None


def _holds(check: Callable[[], object]) -> bool:
    try:
        check()
    except (RuleError, ValueError, TypeError):
        return False
    return True


def register_settings() -> None:
    """Make the settings known that a county may adopt."""
    for purpose, key in SETTINGS.items():
        known_settings.register(key, partial(_problem, purpose))
