"""Stage 7: whom a sentence is about: its section heading, its subject, or the one county of the document."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from guantong.extraction import lexicon
from guantong.extraction.layout import Layout
from guantong.extraction.objects.words import words

_HAN = "[一-鿿]"
_MARK = r"[ #*]*(?:\(?[一二三四五六七八九十0-9]{1,3}(?:[、.]|\)[、.]?) *)?[“\[(]?"
_HEADING = re.compile(rf"^{_MARK}(?P<name>{_HAN}{{1,12}}?(?:自治县|县|自治旗|旗|市|区))[”\])]?:? *$", re.MULTILINE)
_MENTION = re.compile(rf"(?P<name>{_HAN}{{2,9}}自治[县旗]|{_HAN}{{1,4}}县)(?!级|处|域|城|乡|长|直|里)")
_INSIDE = re.compile("[0-9一-鿿]")
_PROVINCE = f"(?:{_HAN}{{2,4}}(?:省|市|州|自治区))?"
_AND_ALSO = re.compile(rf"[、和及与]{_PROVINCE}")
_TITLE = re.compile(r"\s*[^\n。]{4,50}\n")

CountyOf = Callable[[int], str | None]


@dataclass(frozen=True)
class _Forms:
    """The compiled lexicon/counties.toml."""

    edge: re.Pattern[str]
    no_names: frozenset[str]
    no_name_endings: tuple[str, ...]
    generic: re.Pattern[str]
    passing: re.Pattern[str]


@cache
def _forms() -> _Forms:
    data = lexicon.load("counties")
    return _Forms(
        edge=re.compile(f".*[{re.escape(data['edges'])}]"),
        no_names=frozenset(data["no_names"]),
        no_name_endings=(*data["no_ending"], *(name for name in data["no_names"] if len(name) > 1)),
        generic=re.compile(data["generic"]),
        passing=re.compile(f"{data['passing']}{_PROVINCE}$"),
    )


def assign(plain: str, layout: Layout, known: Sequence[str] = ()) -> CountyOf:
    """Return the function from an offset to the county the sentence there is about.

    `known` are names that count as counties wherever they stand; without them names are found by their form.
    """
    headings = _headings(plain, frozenset(known))
    if headings:
        starts = [at for at, _ in headings]
        return lambda at: headings[i - 1][1] if (i := bisect_right(starts, at)) else None
    mentions = _mentions(plain, known)
    single = _single(plain, mentions)
    starts = [at for at, _, _ in mentions]

    def of(at: int) -> str | None:
        begin, _ = layout.sentence(at)
        first, last = bisect_right(starts, begin - 1), bisect_right(starts, at)
        subjects = [name for _, name, passing in mentions[first:last] if not passing]
        return subjects[-1] if subjects else single

    return of


def _headings(plain: str, known: frozenset[str]) -> list[tuple[int, str]]:
    found = [(m.end(), m["name"]) for m in _HEADING.finditer(plain)]
    return [(at, name) for at, name in found if name in known or not _forms().generic.search(name)]


def _mentions(plain: str, known: Sequence[str]) -> list[tuple[int, str, bool]]:
    """Every mention: offset, name, and whether it is only a neighbour or a destination."""
    if known:
        pattern = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
        found = [(m.start(), m[0]) for m in pattern.finditer(plain)]
    else:
        found = [pair for m in _MENTION.finditer(plain) if (pair := _clean(m)) is not None]
    told: list[tuple[int, str, bool]] = []
    for at, name in found:
        passing = _forms().passing.search(plain, max(0, at - 12), at) is not None
        if not passing and told and told[-1][2]:
            passing = _AND_ALSO.fullmatch(plain, told[-1][0] + len(told[-1][1]), at) is not None
        told.append((at, name, passing))
    return told


def _clean(match: re.Match[str]) -> tuple[int, str] | None:
    """Cut what is not the name from its left; None when no name is left."""
    name = match["name"]
    edge = _forms().edge.match(name[:-3] if name.endswith(("自治县", "自治旗")) else name[:-1])
    cut = edge.end() if edge else 0
    if (not cut and not _opens(match)) or not _can_be_name(name[cut:].removesuffix("县")):
        return None
    return match.start() + cut, name[cut:]


def _can_be_name(stem: str) -> bool:
    """False for what stands in front of 县 without naming it: 我县, 贫困县, 落实县…, 自治县."""
    forms = _forms()
    if not stem or stem in forms.no_names or stem.endswith((*forms.no_name_endings, "自治")):
        return False
    opens = words().opener.fullmatch(stem) or words().preposition.fullmatch(stem)
    return opens is None and words().token.search(stem) is None


def _opens(match: re.Match[str]) -> bool:
    """True when the name stands at the start of a line or after a sign, not in the middle of a word."""
    return match.start() == 0 or _INSIDE.match(match.string, match.start() - 1) is None


def _single(plain: str, mentions: Sequence[tuple[int, str, bool]]) -> str | None:
    """The one county of the document: named in its title, or the only one that is more than a passing mention."""
    title = _TITLE.match(plain)
    titled = {name for at, name, _ in mentions if title is not None and at < title.end()}
    if len(titled) == 1:
        return titled.pop()
    neighbours = {name for _, name, passing in mentions if passing}
    counts = Counter(name for _, name, _ in mentions if name not in neighbours)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]
