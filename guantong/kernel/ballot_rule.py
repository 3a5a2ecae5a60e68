"""The rules of one ballot 表决, as data: what is asked, who may answer, and what an answer must reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guantong.kernel.numerals import to_chinese
from guantong.kernel.procedure import HABIT, Basis


class BallotKind(StrEnum):
    """How a paper is filled in."""

    CHOOSE = "choose"
    """Tick at most as many options as there are places."""
    DECIDE = "decide"
    """For each item: for 赞成, against 反对 or abstain 弃权."""
    GRADE = "grade"
    """For each item one of three grades of satisfaction 满意度测评."""


class Of(StrEnum):
    """What a share is taken of."""

    ALL = "all"
    PRESENT = "present"
    VALID = "valid"


class Overfull(StrEnum):
    """What is void when too much is marked: the paper, or only the item that bears two answers."""

    PAPER = "paper"
    ITEM = "item"


class Empty(StrEnum):
    """What a paper is on which nothing is marked."""

    ABSTAINS = "abstains"
    VOID = "void"


class Short(StrEnum):
    """What comes of fewer options over the threshold than places: another ballot, or fewer."""

    REFILL = "refill"
    FEWER = "fewer"


ANSWERS: Mapping[BallotKind, Mapping[str, str]] = {
    BallotKind.CHOOSE: {"chosen": "赞成"},
    BallotKind.DECIDE: {"yes": "赞成", "no": "反对", "abstain": "弃权"},
    BallotKind.GRADE: {"satisfied": "满意", "fair": "基本满意", "dissatisfied": "不满意"},
}
"""The answers of each kind, in the order of the paper, with their words on it."""

SPOILT = "spoilt"
"""The only choice on a paper that cannot be read, or on which something else was written."""

BASE_WORDS: Mapping[Of, str] = {Of.ALL: "全体", Of.PRESENT: "到会", Of.VALID: "有效票"}


class RuleError(ValueError):
    """Rules, papers or numbers of voters that contradict themselves."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose or to judge: `code` stands on the papers, `label` is what people read."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part that must be reached: `over` it (过半数), or at least it (三分之二以上).

    民法典 1259: 以上 includes the number itself, 超过 and 过 do not.
    """

    part: int
    whole: int
    of: Of
    over: bool
    basis: Basis

    def __post_init__(self) -> None:
        if not 0 < self.part <= self.whole or (self.over and self.part == self.whole):
            raise RuleError(f"no number reaches {self.part}/{self.whole}")

    def needed(self, base: int) -> int:
        """The smallest whole number that reaches it of `base`."""
        product = self.part * base
        return product // self.whole + 1 if self.over else -(-product // self.whole)

    def words(self) -> str:
        """The share as statutes write it: 过半数, 三分之二以上."""
        if self.over and (self.part, self.whole) == (1, 2):
            return "过半数"
        fraction = f"{to_chinese(self.whole)}分之{to_chinese(self.part)}"
        return f"超过{fraction}" if self.over else f"{fraction}以上"


@dataclass(frozen=True, slots=True)
class Void:
    """Which papers count for nothing. What cannot be read never counts."""

    overfull: Overfull
    empty: Empty
    basis: Basis


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything that the result of a ballot follows from, besides the papers.

    `places` is for CHOOSE alone; `passing` are the answers that speak for an item; without a `threshold` the
    most votes win (the second ballot among the tied). Options at the last place with equal votes always go to
    a second ballot among them. Raises RuleError for rules that contradict themselves.
    """

    kind: BallotKind
    options: tuple[Option, ...]
    passing: tuple[str, ...]
    quorum: Share
    threshold: Share | None
    void: Void
    places: int = 0
    short: Short = Short.FEWER
    short_basis: Basis = HABIT

    def __post_init__(self) -> None:
        codes = [option.code for option in self.options]
        if not codes or len(set(codes)) != len(codes) or not all(code.isalnum() for code in codes):
            raise RuleError(f"options need different codes of letters and digits: {codes}")
        if not self.passing or set(self.passing) - set(ANSWERS[self.kind]):
            raise RuleError(f"no such answers: {self.passing}")
        if self.kind is BallotKind.CHOOSE and not 0 < self.places <= len(codes):
            raise RuleError(f"{self.places} places for {len(codes)} options")
        if self.kind is BallotKind.CHOOSE and self.void.overfull is Overfull.ITEM:
            raise RuleError("choosing too many options cannot make one of them void")
        if self.kind is not BallotKind.CHOOSE and (self.places or self.threshold is None):
            raise RuleError("items have a threshold and no places")
        if SPOILT in codes:
            raise RuleError(f"{SPOILT} is no option")

    @property
    def choices(self) -> frozenset[str]:
        """Every choice that can stand on a paper: the code, or code-answer for items (1-satisfied)."""
        if self.kind is BallotKind.CHOOSE:
            return frozenset(option.code for option in self.options)
        return frozenset(f"{option.code}-{answer}" for option in self.options for answer in ANSWERS[self.kind])
