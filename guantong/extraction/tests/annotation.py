"""Texts with their gold figures written into them, and how far an extraction agrees.

In a text of annotated/ a figure stands as [[span|value unit|object|indicator]]: a tilde before the value means
approximate, and the indicator may be left out. {{county}} sets whom the figures from there on are about, {{}} nobody.
The texts and all facts in them are made up. They were annotated from reading, before the extraction had seen them;
where both readings of an object hold, the one that follows the practice of the half-year report was kept.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from guantong.extraction import Figure, extract

FOLDER = Path(__file__).parent / "annotated"
_MARK = re.compile(r"\[\[(?P<figure>.*?)\]\]|\{\{(?P<county>.*?)\}\}")


@dataclass(frozen=True, slots=True)
class Gold:
    """A figure as a reader would write it down."""

    start: int
    end: int
    value: float
    unit: str
    approx: bool
    object: str
    indicator: str | None
    county: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many figures there are, how many were found, and in what the ones that pair agree."""

    gold: int
    found: int
    pairs: tuple[tuple[Gold, Figure], ...]

    def exact(self) -> float:
        """The F1 of span, value and unit together."""
        right = sum(gold.value == found.value and gold.unit == found.unit for gold, found in self.pairs)
        return 2 * right / (self.gold + self.found)

    def objects(self) -> float:
        """The share of pairs whose objects have at least half of their signs in common (annotation rule 6)."""
        return self._share(sum(overlap(gold.object, found.object) >= 0.5 for gold, found in self.pairs))

    def approx(self) -> float:
        """The share of pairs that agree on being approximate."""
        return self._share(sum(gold.approx == found.approx for gold, found in self.pairs))

    def counties(self) -> float:
        """The share of pairs that agree on the county."""
        return self._share(sum(gold.county == found.county for gold, found in self.pairs))

    def indicators(self) -> float:
        """The share of pairs that agree on the indicator."""
        return self._share(sum(gold.indicator == found.indicator for gold, found in self.pairs))

    def _share(self, right: int) -> float:
        return right / len(self.pairs)


def overlap(one: str | None, other: str | None) -> float:
    """The share of signs two objects have in common (annotation rule 6)."""
    a, b = set(one or ""), set(other or "")
    return len(a & b) / len(a | b) if a | b else 1.0


def agreement(kind: str) -> Agreement:
    """Read every text of annotated/`kind` and pair what is found with the gold by its span."""
    golds, founds = 0, 0
    pairs: list[tuple[Gold, Figure]] = []
    for path in sorted((FOLDER / kind).glob("*.txt")):
        text, gold = read(path.read_text(encoding="utf-8"))
        found = extract(text)
        by_span = {(figure.start, figure.end): figure for figure in found}
        golds, founds = golds + len(gold), founds + len(found)
        pairs.extend((g, by_span[g.start, g.end]) for g in gold if (g.start, g.end) in by_span)
    return Agreement(golds, founds, tuple(pairs))


def read(marked: str) -> tuple[str, list[Gold]]:
    """The text without its marks, and the gold figures in order."""
    text, at, county = "", 0, ""
    gold: list[Gold] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["figure"] is None:
            county = mark["county"]
            continue
        span, *rest = mark["figure"].split("|")
        gold.append(_gold(len(text), span, rest, county))
        text += span
    return text + marked[at:], gold


def _gold(start: int, span: str, rest: list[str], county: str) -> Gold:
    size, counted, *code = rest
    value, unit = size.removeprefix("~").split(" ", 1)
    indicator = code[0] or None if code else None
    return Gold(start, start + len(span), float(value), unit, size.startswith("~"), counted, indicator, county or None)
