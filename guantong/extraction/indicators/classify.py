"""Stage 8: which indicator a figure belongs to, by a score of its cues; None when no code fits."""

from bisect import bisect_left
from collections.abc import Callable

from guantong.extraction.indicators.model import Indicator, knowledge

REACH = 240
"""A topic named further back than this many code points says nothing about a figure."""
LONGEST_HEADING = 40
_OBJECT, _CLAUSE, _TOPIC, _PRIMARY_UNIT = 4.0, 1.0, 6.0, 0.5

Topics = dict[str, tuple[int, ...]]
Nearness = Callable[[str], float]


def topics(plain: str) -> Topics:
    """Where each topic is named in the text, in one pass per topic."""
    return {name: tuple(m.start() for m in pattern.finditer(plain)) for name, pattern in knowledge().topics.items()}


def classify(unit: str, counted: str, clause: str, near: Nearness) -> str | None:
    """The code whose cues score highest for a figure of `unit` that counts `counted`, or None.

    `clause` is the clause around the figure, up to its neighbours.
    """
    best, best_score = None, 0.0
    for indicator in knowledge().by_unit.get(unit, ()):
        score = _score(indicator, unit, counted, clause, near)
        if score > best_score:
            best, best_score = indicator.code, score
    return best


def nearness(named: Topics, plain: str, at: int, clause_end: int) -> Nearness:
    """How near a topic is named before `at` or in its clause: 1 beside it, 0 out of reach or in another paragraph."""
    start = _reach(plain, at)

    def near(topic: str) -> float:
        places = named[topic]
        index = bisect_left(places, clause_end) - 1
        if index < 0 or places[index] < start:
            return 0.0
        return 1.0 - max(0, at - places[index]) / (REACH + 1)

    return near


def _score(indicator: Indicator, unit: str, counted: str, clause: str, near: Nearness) -> float:
    score = _PRIMARY_UNIT if unit == indicator.units[0] else 0.0
    if indicator.object is not None:
        if not indicator.object.search(counted):
            return 0.0
        score += _OBJECT
    if indicator.clause is not None:
        if not indicator.clause.search(clause):
            return 0.0
        score += _CLAUSE
    if indicator.excluded is not None and (indicator.excluded.search(counted) or indicator.excluded.search(clause)):
        return 0.0
    if indicator.topic is not None:
        closeness = near(indicator.topic)
        if not closeness or any(near(rival) > closeness for rival in indicator.rivals):
            return 0.0
        score += _TOPIC * closeness
    return score


def _reach(plain: str, at: int) -> int:
    """The paragraph of `at`, with its heading (a short line right above it), up to REACH."""
    paragraph = plain.rfind("\n", max(0, at - REACH), at)
    above = plain.rfind("\n", max(0, at - REACH), max(0, paragraph))
    if paragraph >= 0 and paragraph - above <= LONGEST_HEADING:
        paragraph = above
    return max(0, at - REACH, paragraph + 1)
