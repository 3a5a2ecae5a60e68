"""Decided matters by their wording, to name the one that a new matter resembles."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

COMMON = 400
"""A feature that more decided matters share than this tells nothing apart and is skipped, so that asking stays fast."""


@dataclass(frozen=True, slots=True)
class Past:
    """A decided matter: its title as given, where it went, and the length of its feature vector."""

    title: str
    code: str
    length: float


class Memory:
    """Decided matters with an index of their features; immutable, `after` gives the next one."""

    def __init__(self) -> None:
        self._past: tuple[Past, ...] = ()
        self._holders: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._past)

    def after(self, title: str, features: Mapping[str, float], code: str) -> "Memory":
        """This memory and one more matter."""
        grown = Memory()
        grown._past = (*self._past, Past(title, code, _length(features)))
        added = {name: (*self._holders.get(name, ()), len(self._past)) for name in features}
        grown._holders = {**self._holders, **added}
        return grown

    def likest(self, features: Mapping[str, float]) -> dict[str, tuple[float, Past]]:
        """By department, the most alike of its decided matters, with their likeness from 0 to 1 (cosine)."""
        shared: dict[int, float] = {}
        for name, value in features.items():
            holders = self._holders.get(name, ())
            if len(holders) <= COMMON:
                for number in holders:
                    shared[number] = shared.get(number, 0.0) + value * value
        length = _length(features)
        best: dict[str, tuple[float, Past]] = {}
        for number, product in shared.items():
            past = self._past[number]
            likeness = product / (length * past.length)
            if likeness > best.get(past.code, (0.0, past))[0]:
                best[past.code] = (likeness, past)
        return best


def _length(features: Mapping[str, float]) -> float:
    return math.sqrt(sum(value * value for value in features.values()))
