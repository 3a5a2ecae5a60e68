"""A text cut at its numbers, so that a page can mark each by its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guantong.figures.reconcile import Item, Reconciliation
from guantong.kernel.verdict import Verdict

LOOKS = {
    Verdict.MATCH: ("agrees", "✓", "done"),
    Verdict.MISMATCH: ("differs", "✗", "late"),
    Verdict.NO_RECORD: ("none", "○", ""),
    Verdict.OTHER_DEFINITION: ("unclear", "≠", "amber"),
    Verdict.UNVERIFIABLE: ("unclear", "?", "amber"),
}
"""Class of the mark in the text, the sign beside it, and the tone of the tag in the table."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number of the text: its place in the list from 1, and how its verdict looks."""

    number: int
    item: Item

    @property
    def look(self) -> str:
        return LOOKS[self.item.verdict][0]

    @property
    def sign(self) -> str:
        return LOOKS[self.item.verdict][1]

    @property
    def tone(self) -> str:
        return LOOKS[self.item.verdict][2]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text; with `found` it is a number."""

    text: str
    found: Found | None = None


def found_in(read: Reconciliation) -> list[Found]:
    """The numbers in the order of the text."""
    return [Found(number, item) for number, item in enumerate(read.items, 1)]


def pieces(text: str, found: list[Found]) -> Iterator[Piece]:
    """The whole text, cut before and behind every number."""
    at = 0
    for one in found:
        start, end = one.item.figure.start, one.item.figure.end
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], one)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def legend(read: Reconciliation) -> list[tuple[str, str, str, int]]:
    """Class, sign, word and count of every verdict, in the order of the verdicts."""
    return [(*LOOKS[verdict][:2], verdict.label, count) for verdict, count in read.summary.items()]
