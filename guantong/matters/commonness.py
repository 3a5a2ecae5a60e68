"""How common each word is among the matters kept, and how much it tells when two texts share it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

LEAST = 1e-6
"""Least share of a word: of a million matters, one."""

ALWAYS_TELLS = 0.3
"""What a pair tells that its first sign alone gives away, so that no shared word counts for nothing."""


class Commonness:
    """`shares` gives for common words the share of the matters that have them; `rows` is how many matters there are.

    A word without a share is rarer than every one that has one. Nothing known at all (a new installation): all
    words are equally rare.
    """

    def __init__(self, shares: Mapping[str, float], rows: int) -> None:
        self.rows = rows
        self._shares = shares
        self._unlisted = max(min(shares.values(), default=0.0) / 2, LEAST)
        self._before: dict[str, float] = defaultdict(float)
        self._behind: dict[str, float] = defaultdict(float)
        for word, share in shares.items():
            self._before[word[:1]] += share
            self._behind[word[-1:]] += share
        self._told = {word: self._tells(word) for word in shares}

    def share(self, word: str) -> float:
        """The share of the matters that have the word, above 0 and at most 1."""
        return min(max(self._shares.get(word, self._unlisted), LEAST), 1.0)

    def tells(self, word: str) -> float:
        """How much it says that two texts share the word: what is rare says more, by the square of its logarithm.

        A pair that one of its signs gives away (施→工) says less than one that could have been another.
        """
        return self._told.get(word) or self._tells(word)

    def _tells(self, word: str) -> float:
        share = self.share(word)
        rarity = -math.log(share) + ALWAYS_TELLS
        if len(word) != 2 or word.isascii():
            return rarity**3
        surprise = min(math.log(max(around.get(sign, 0.0), share) / share) for around, sign in self._around(word))
        return rarity**2 * (surprise + ALWAYS_TELLS)

    def belongs(self, word: str) -> float:
        """Above 0 if the signs of a pair stand together more often than chance has it, below if they merely met."""
        share = self.share(word)
        if len(word) != 2 or word.isascii():
            return 0.0
        one, two = (max(around.get(sign, 0.0), share) for around, sign in self._around(word))
        return math.log(share / (one * two))

    def _around(self, word: str) -> tuple[tuple[Mapping[str, float], str], tuple[Mapping[str, float], str]]:
        return (self._before, word[0]), (self._behind, word[1])
