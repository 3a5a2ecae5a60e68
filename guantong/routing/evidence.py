"""What the words of a title and a body say for each department, before anything was learnt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guantong.routing import precedence
from guantong.routing.department import Duty
from guantong.routing.lexicon import faint_terms
from guantong.routing.likeness import Likeness
from guantong.routing.matching import Match, Matcher
from guantong.routing.plain import Clause, clauses, core, in_a_name, is_setting, names_a_place, places

HEAD, CONTEXT, FAINT = 1.2, 0.75, 0.5
"""Factors of the last telling term of a clause, which names the matter; of the first ones, which set the scene; and of
a word that says how or where (资金, 城区) beside one that says what."""

SPECIAL, USUAL_LENGTH, LONGEST_LENGTH = 0.12, 3, 6
"""What each sign over (or under) the usual length adds to a term: 二次供水水箱 says more than 供水."""

FADE = 0.45
"""Each further term of a department counts this much of the one before it: ten hints do not make a certainty."""

BODY_MOST = 1.6
"""Points that a body can give at most: it tells much of what is around the matter."""


@dataclass(frozen=True, slots=True)
class Word:
    """A term that speaks for a duty: its place in the title (or the body), and its points."""

    term: str
    start: int
    end: int
    duty: Duty
    points: float
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points by department, with the words and the rules that they come from."""

    points: dict[str, float]
    words: tuple[Word, ...]
    rules: tuple[precedence.Rule, ...]


def gather(matcher: Matcher, likeness: Likeness, title: str, body: str) -> Evidence:
    """The evidence of a plain title and a plain body."""
    in_title = list(_title_words(matcher, title))
    in_body = list(_body_words(matcher, body))
    rules = precedence.apply(title)
    start, end = core(title)
    spans = [*((word.start, word.end) for word in in_title), *places(title)]
    read = [(left - start, right - start) for left, right in spans if left >= start]
    parts = [
        _faded(in_title),
        _scaled(_faded(in_body), BODY_MOST),
        likeness.points(title[start:end], read),
        *(rule.gives for rule in rules),
    ]
    return Evidence(_sum(parts), (*in_title, *in_body), tuple(rules))


def _title_words(matcher: Matcher, title: str) -> Iterator[Word]:
    matches = [match for match in matcher.find(title) if not in_a_name(title, match.start, match.end)]
    telling = {
        match.start
        for match in matches
        if match.term not in faint_terms() and not is_setting(title, match.start, match.end)
    }
    for clause in clauses(title):
        inside = [match for match in matches if clause.start <= match.start and match.end <= clause.end]
        candidates = [match for match in inside if match.start in telling] or inside
        for match in inside:
            faint = (bool(telling) and match.start not in telling) or names_a_place(title, match.start, match.end)
            factor = FAINT if faint else HEAD if match is candidates[-1] else _along(match, clause)
            yield from _words(match, clause.weight * factor)


def _along(match: Match, clause: Clause) -> float:
    share = (match.end - clause.start) / (clause.end - clause.start)
    return CONTEXT + (1.0 - CONTEXT) * share


def _body_words(matcher: Matcher, body: str) -> Iterator[Word]:
    seen: set[str] = set()
    for match in matcher.find(body):
        if match.term not in seen:
            seen.add(match.term)
            yield from _words(match, 1.0, in_body=True)


def _words(match: Match, factor: float, *, in_body: bool = False) -> Iterator[Word]:
    for duty in match.duties:
        special = 1.0 + SPECIAL * (min(len(match.term), LONGEST_LENGTH) - USUAL_LENGTH)
        yield Word(match.term, match.start, match.end, duty, duty.weight * factor * special, in_body)


def _faded(words: Iterable[Word]) -> dict[str, float]:
    best: dict[str, dict[str, float]] = {}
    for word in words:
        for code, share in ((word.duty.department, 1.0), *word.duty.beside):
            terms = best.setdefault(code, {})
            terms[word.term] = max(word.points * share, terms.get(word.term, 0.0))
    return {code: _fade(sorted(terms.values(), reverse=True)) for code, terms in best.items()}


def _fade(points: Sequence[float]) -> float:
    return sum(one * FADE**place for place, one in enumerate(points[:8]))


def _scaled(points: dict[str, float], most: float) -> dict[str, float]:
    highest = max(points.values(), default=0.0)
    return {code: most * one / highest for code, one in points.items()} if highest else {}


def _sum(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for code, points in part.items():
            total[code] = total.get(code, 0.0) + points
    return total
