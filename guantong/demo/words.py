"""What people say and how they are answered: the texts of guantong/demo/data, with places and numbers filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from guantong.opinions.models import Outcome, Source

DATA = Path(__file__).parent / "data"


@cache
def data(name: str) -> dict[str, Any]:
    """One data file of the demo city."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing people speak of, said in several ways; `department` is who should see to it.

    `answers` are by what came of it; `numbers` are the bounds (from, to, step) of those that are filled in.
    """

    department: str
    said: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A topic as one person told it."""

    topic: Topic
    way: int
    facts: Mapping[str, str]

    @property
    def body(self) -> str:
        return self.topic.said[self.way % len(self.topic.said)].format_map(self.facts) + self.facts["ask"]

    @property
    def where(self) -> str:
        return f"{self.facts['xiang']}{self.facts['tun']}"

    def again(self) -> Told:
        """The same thing at the same place, in other words."""
        return Told(self.topic, self.way + 1, {**self.facts, "ask": ""})

    def answer(self, outcome: Outcome, rng: Random) -> str:
        """What the body that handles it writes."""
        text = rng.choice(self.topic.answers[outcome])
        whole = phrase("answer_opening", rng) + text + phrase("answer_closing", rng)
        return whole.format_map(self.facts)


@cache
def topics(group: str) -> tuple[Topic, ...]:
    """The topics of one file."""
    return tuple(
        Topic(
            row["department"],
            tuple(row["said"]),
            {outcome: tuple(row[outcome]) for outcome in Outcome.values if outcome in row},
            {name: tuple(bounds) for name, bounds in row.get("numbers", {}).items()},
        )
        for row in data(f"topics/{group}")["topic"]
    )


PUBLIC = ("roads", "water", "power", "towns", "people", "farms")


class Deck:
    """Every way of saying every topic once, in a shuffled order, before any comes again."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._left: dict[bool, list[tuple[Topic, int]]] = {True: [], False: []}

    def draw(self, source: Source) -> tuple[Topic, int]:
        """The next topic for this source, and the way of saying it."""
        industrial = source == Source.ENTERPRISE
        left = self._left[industrial]
        if not left:
            groups = ("enterprises",) if industrial else PUBLIC
            left += [(t, way) for g in groups for t in topics(g) for way in range(len(t.said))]
            self._rng.shuffle(left)
        return left.pop()


NUMBERS: Mapping[str, tuple[int, ...]] = {"n": (2, 9), "m": (30, 400, 10), "hu": (9, 64)}
"""The bounds of numbers where a topic sets none: a few, metres, households."""


def facts(xiang: str, rng: Random, numbers: Mapping[str, tuple[int, ...]] | None = None) -> dict[str, str]:
    """Invented circumstances: hamlet, numbers, and how the person ends."""
    bounds = {**NUMBERS, **(numbers or {})}
    drawn = {name: rng.randrange(low, high + 1, *step) for name, (low, high, *step) in sorted(bounds.items())}
    return {
        "xiang": xiang,
        "tun": rng.choice(data("names")["hamlets"]),
        "ask": phrase("ask", rng),
        **{name: str(number) for name, number in drawn.items()},
    }


def phrase(kind: str, rng: Random) -> str:
    """One of the short sentences of a kind."""
    return str(rng.choice(data("phrases")[kind]))


def person_name(rng: Random) -> str:
    """An invented name of two or three characters."""
    names = data("names")
    first, second = rng.sample(names["given"], 2)
    return str(rng.choice(names["surnames"]) + first + (second if rng.random() < 0.7 else ""))


def caller(rng: Random) -> tuple[str, str]:
    """What somebody leaves of themselves: a form of address and a phone that nobody has."""
    names = data("names")
    return rng.choice(names["surnames"]) + rng.choice(names["callers"]), f"139-0000-{rng.randint(0, 9999):04d}"
