"""Stage 7: whom a sentence is about: its section heading, its subject, or the county the text speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from guantong.extraction import lexicon, places
from guantong.extraction.layout import Layout

_MARK = r"[ #*]*(?:\(?[一二三四五六七八九十0-9]{1,3}(?:[、.]|\)[、.]?) *)?[“\[(]?"
_HEADING = re.compile(
    rf"^{_MARK}(?P<name>{places.HAN}{{1,14}}?(?:自治县|县|自治旗|旗|市|区))[”\])]?:? *$", re.MULTILINE
)
_PROVINCE = f"(?:{places.HAN}{{2,4}}(?:省|市|州|自治区))?"
_AND_ALSO = re.compile(rf"[、和及与]{_PROVINCE}")
_TITLE = re.compile(r"\s*[^\n。]{4,50}\n")
_FAR_MORE = 3
"""A county named this many times as often as any other is the county of the text."""

CountyOf = Callable[[int], str | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """A county name where it stands; `passing` when it is only a neighbour or a destination."""

    at: int
    name: str
    passing: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = lexicon.load("counties")
    return re.compile(f"{data['passing']}{_PROVINCE}$"), re.compile(rf"(?:^|[。;\n])(?:{data['whole']})")


def assign(plain: str, layout: Layout, known: Sequence[str] = ()) -> CountyOf:
    """Return the function from an offset to the county the sentence there is about.

    `known` are the names that count as counties; without them names are found by the list and by their form.
    """
    headings = _headings(plain, frozenset(known))
    if headings:
        starts = [at for at, _ in headings]
        return lambda at: headings[i - 1][1] if (i := bisect_right(starts, at)) else None
    mentions = _mentions(plain, known)
    subjects = [mention for mention in mentions if not mention.passing]
    starts = [mention.at for mention in subjects]
    single = _single(plain, mentions)
    last_named = _last_named(plain, mentions)

    def of(at: int) -> str | None:
        begin, _ = layout.sentence(at)
        last = bisect_right(starts, at)
        if last and starts[last - 1] >= begin:
            return subjects[last - 1].name
        return single or last_named(at)

    return of


def _headings(plain: str, known: frozenset[str]) -> list[tuple[int, str]]:
    found = [(m.end(), m["name"]) for m in _HEADING.finditer(plain)]
    return [(at, name) for at, name in found if name in known or not places.is_generic(name)]


def _mentions(plain: str, known: Sequence[str]) -> list[Mention]:
    passing_before = _patterns()[0]
    told: list[Mention] = []
    for at, name in places.find(plain, known):
        passing = passing_before.search(plain, max(0, at - 12), at) is not None
        if not passing and told and told[-1].passing:
            passing = _AND_ALSO.fullmatch(plain, told[-1].at + len(told[-1].name), at) is not None
        told.append(Mention(at, name, passing))
    return told


def _single(plain: str, mentions: Sequence[Mention]) -> str | None:
    """The one county of the document: named in its title, or the only one that is more than a passing mention."""
    title = _TITLE.match(plain)
    titled = {mention.name for mention in mentions if title is not None and mention.at < title.end()}
    if len(titled) == 1:
        return titled.pop()
    ranked = Counter(mention.name for mention in _own(mentions)).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return ranked[0][0]


def _own(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of counties that are nowhere a neighbour."""
    neighbours = {mention.name for mention in mentions if mention.passing}
    return [mention for mention in mentions if mention.name not in neighbours]


def _last_named(plain: str, mentions: Sequence[Mention]) -> CountyOf:
    """The county named last before an offset, until a sentence turns to all of them (全市…, 总体…)."""
    turns: list[tuple[int, str | None]] = [(mention.at, mention.name) for mention in _own(mentions)]
    if turns:
        turns += [(match.end(), None) for match in _patterns()[1].finditer(plain)]
    turns.sort(key=lambda turn: turn[0])
    starts = [at for at, _ in turns]
    return lambda at: turns[i - 1][1] if (i := bisect_left(starts, at)) else None
