"""A matter as the router reads it: plain title and body, its evidence, its chances and its features."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from guantong.routing import evidence
from guantong.routing.department import Department
from guantong.routing.evidence import Evidence
from guantong.routing.lexicon import departments, silent_words
from guantong.routing.likeness import Likeness, pairs
from guantong.routing.matching import Matcher
from guantong.routing.plain import LONGEST, LONGEST_TITLE, core, plain

WARMTH = 0.7
"""Points that make one department e times as likely as another."""

PRIOR = 0.6
"""Points that a department's whole prior gives: enough to decide between equals, not more."""

WORDING, TERM, DUTY, RULE, LIKELIEST = 0.6, 1.5, 1.5, 0.8, 1.2
"""Values of the features: pairs of characters tell single habits, duties and rules carry them to new wordings."""

TELLING = 1.2
"""Points from which a word makes its duty a feature."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`chances` are the probabilities by code from the duty words alone; `features` are what is learnt by."""

    title: str
    evidence: Evidence
    chances: dict[str, float]
    features: dict[str, float]


@cache
def _machinery() -> tuple[Sequence[Department], Matcher, Likeness]:
    everyone = departments()
    return everyone, Matcher(everyone, silent_words()), Likeness(everyone)


def read(title: str, body: str = "") -> Reading:
    """Read a matter; what a title has beyond its longest length is read as body."""
    everyone, matcher, likeness = _machinery()
    whole = plain(title)
    short, rest = whole[:LONGEST_TITLE], whole[LONGEST_TITLE:LONGEST]
    found = evidence.gather(matcher, likeness, short, rest + plain(body[:LONGEST]))
    chances = _chances({one.code: found.points.get(one.code, 0.0) + PRIOR * one.prior for one in everyone})
    return Reading(short, found, chances, _features(short, found, chances))


def _chances(points: dict[str, float]) -> dict[str, float]:
    highest = max(points.values())
    odds = {code: math.exp((one - highest) / WARMTH) for code, one in points.items()}
    total = sum(odds.values())
    return {code: one / total for code, one in odds.items()}


def _features(title: str, found: Evidence, chances: dict[str, float]) -> dict[str, float]:
    start, end = core(title)
    features = dict.fromkeys(pairs(title[start:end]), WORDING)
    for word in found.words:
        if not word.in_body:
            features[f"term {word.term}"] = TERM
            if word.points >= TELLING:
                features[f"duty {word.duty.name}"] = DUTY
    features |= {f"rule {rule.name}": RULE for rule in found.rules}
    features[f"likeliest {max(chances, key=lambda code: chances[code])}"] = LIKELIEST
    return features
