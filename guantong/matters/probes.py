"""Which few words of a text to look for together, so that a lookup finds what is alike and reads little else."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guantong.matters.commonness import Commonness

RAREST = 8
"""Words of a text that are tried, besides those of its places."""

PLACES = 4
TOGETHER = 3
"""Most words that are looked for together."""

READ = 600
"""Matters that all lookups for one text are expected to find together."""

LEAFED = 60_000
"""Entries of the index that all lookups are expected to go through: of each, those of its rarest word."""

MOST = 12
"""Lookups for one text."""

MERELY_MET = -1.5
"""Pairs that belong together less than this are the seam of two words: another wording does not have them."""


@dataclass(frozen=True, slots=True)
class Probe:
    """Words that a matter must all have to be looked at, and how many matters are expected to."""

    words: tuple[str, ...]
    expected: float


def probes(words: Sequence[str], common: Commonness, places: frozenset[str] = frozenset()) -> list[Probe]:
    """The lookups for a text with these words, in their order.

    Fewest words first, of these the ones with a place, of these the rarest. Together they are expected to find at most
    READ matters; none asks for what another one finds already. Empty for a text whose words are all too common. Where
    there are no more matters than that, every word is looked for by itself.
    """
    if common.rows <= READ:
        return [Probe((word,), common.rows * common.share(word)) for word in words]
    chosen: list[Probe] = []
    left, entries = float(READ), float(LEAFED)
    for asked, expected in _by_use(words, common, places):
        leafed = common.rows * min(map(common.share, asked))
        if expected > left or leafed > entries or any(set(probe.words) <= set(asked) for probe in chosen):
            continue
        chosen.append(Probe(asked, expected))
        left, entries = left - expected, entries - leafed
        if len(chosen) == MOST:
            break
    return chosen


def _by_use(
    words: Sequence[str], common: Commonness, places: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Sets of words with the number of matters expected to have them all, as if the words were independent.

    Neighbours, which are not, are never asked together.
    """
    tried = _tried(words, common, places)
    for size in range(1, TOGETHER + 1):
        apart = [at for at in itertools.combinations(tried, size) if all(b - a > 1 for a, b in itertools.pairwise(at))]
        sets = [tuple(words[i] for i in at) for at in apart]
        found = [(one, common.rows * math.prod(map(common.share, one))) for one in sets]
        yield from sorted(found, key=lambda one: (not places.intersection(one[0]), one[1]))


def _tried(words: Sequence[str], common: Commonness, places: frozenset[str]) -> list[int]:
    """Where in the text those words stand that are tried: the rarest, and the names of places."""
    rarest_first = sorted(range(len(words)), key=lambda i: common.share(words[i]))
    of_places = [i for i in rarest_first if words[i] in places][:PLACES]
    firm = [i for i in rarest_first if common.belongs(words[i]) >= MERELY_MET] or rarest_first
    return sorted({*firm[:RAREST], *of_places})
