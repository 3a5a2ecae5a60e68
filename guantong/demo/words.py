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
    """One thing people speak of, said in several ways; `department` is who should see to it."""

    group: str
    department: str
    said: tuple[str, ...]
    fixed: str


@dataclass(frozen=True, slots=True)
class Told:
    """A topic as one person told it."""

    topic: Topic
    way: int
    facts: Mapping[str, str]

    @property
    def body(self) -> str:
        return self.topic.said[self.way % len(self.topic.said)].format_map(self.facts)

    @property
    def where(self) -> str:
        return f"{self.facts['xiang']}{self.facts['tun']}"

    def again(self) -> Told:
        """The same thing at the same place, in other words."""
        return Told(self.topic, self.way + 1, self.facts)

    def answer(self, outcome: Outcome, rng: Random) -> str:
        """What the body that handles it writes."""
        if outcome == Outcome.RESOLVED:
            text = self.topic.fixed.format_map(self.facts)
        else:
            text = rng.choice(data(f"topics/{self.topic.group}")["answers"][str(outcome)])
        return phrase("answer_opening", rng) + text


@cache
def topics(group: str) -> tuple[Topic, ...]:
    """The topics of one file."""
    return tuple(
        Topic(group, row["department"], tuple(row["said"]), row["fixed"]) for row in data(f"topics/{group}")["topic"]
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


def facts(xiang: str, rng: Random) -> dict[str, str]:
    """Invented circumstances: hamlet, numbers, households."""
    return {
        "xiang": xiang,
        "tun": rng.choice(data("names")["hamlets"]),
        "n": str(rng.randint(2, 9)),
        "m": str(rng.randint(3, 40) * 10),
        "hu": str(rng.randint(9, 64)),
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
