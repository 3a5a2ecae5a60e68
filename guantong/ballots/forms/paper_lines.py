"""Paper ballots as a teller types them: a line a paper, by the numbers on it."""

from __future__ import annotations

import re
from collections.abc import Callable

from guantong.kernel.ballot_rule import ANSWERS, SPOILT, BallotKind, Rule

SPOILT_WORD, EMPTY_WORD, NOTHING = "废", "空", "0"
_GAPS = re.compile(r"[\s,，、;；]+")


class LinesError(ValueError):
    """A line that is no paper of this ballot."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(f"line {number}: {line}")
        self.number, self.line = number, line


def read_lines(rule: Rule, text: str) -> list[tuple[str, ...]]:
    """The papers of the lines that are not blank. Raises LinesError for the first that cannot be read.

    To choose: the numbers of the options that are ticked (`1 3 5`). Items: for each in its order the number of the
    answer, 0 for none, several with a stroke (`1 2 0`, `1/2 3 1`).
    """
    rows = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    return [_read(rule, number, line) for number, line in rows if line]


def example(rule: Rule, say: Callable[[str], str] = str) -> str:
    """How a line is written, for whoever types it, in Chinese unless `say` gives the words in another language."""
    if rule.kind is BallotKind.CHOOSE:
        return say("写所选项的编号，用空格隔开，如：1 3 5。")
    answers = "，".join(f"{n} {say(word)}" for n, word in enumerate(ANSWERS[rule.kind].values(), 1))
    return say("按项的顺序写答案的编号（%(answers)s，0 未填），用空格隔开；一项填了两个答案的，如：1/2。") % {
        "answers": answers
    }


EXAMPLE_WORDS = (
    "写所选项的编号，用空格隔开，如：1 3 5。",
    "按项的顺序写答案的编号（%(answers)s，0 未填），用空格隔开；一项填了两个答案的，如：1/2。",
)
"""What is said, for whoever translates it."""


def _read(rule: Rule, number: int, line: str) -> tuple[str, ...]:
    if line == SPOILT_WORD:
        return (SPOILT,)
    if line == EMPTY_WORD:
        return ()
    parts = [part for part in _GAPS.split(line) if part]
    given = parts if rule.kind is BallotKind.CHOOSE else _answers(rule, number, line, parts)
    if not set(given) <= rule.choices or len(set(given)) < len(given):
        raise LinesError(number, line)
    return tuple(sorted(given))


def _answers(rule: Rule, number: int, line: str, parts: list[str]) -> list[str]:
    answers = {str(n): answer for n, answer in enumerate(ANSWERS[rule.kind], 1)}
    if len(parts) != len(rule.options):
        raise LinesError(number, line)
    given = []
    for option, part in zip(rule.options, parts, strict=True):
        for written in part.split("/"):
            if written != NOTHING and written not in answers:
                raise LinesError(number, line)
            given += [f"{option.code}-{answers[written]}"] if written != NOTHING else []
    return given
