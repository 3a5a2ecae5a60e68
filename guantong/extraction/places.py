"""Names of counties in running text: those of lexicon/places.toml wherever they stand, others by their form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from guantong.extraction import lexicon
from guantong.extraction.objects.words import words

HAN = "[一-鿿]"
_LAST = re.compile("[县区市旗]")
_BY_FORM = re.compile(rf"(?P<name>{HAN}{{2,9}}自治[县旗]|{HAN}{{1,4}}县)(?!级|处|域|城|乡|长|直|里)")
_INSIDE = re.compile("[0-9一-鿿]")
_LONGEST = 15
_SHORT = 2

Name = tuple[int, str]


@dataclass(frozen=True)
class _Forms:
    """The compiled lexicon/counties.toml and the names of lexicon/places.toml."""

    known: frozenset[str]
    above: frozenset[str]
    """Cities above the counties."""
    common: frozenset[str]
    edge: re.Pattern[str]
    edges: str
    no_names: frozenset[str]
    no_endings: tuple[str, ...]
    no_signs: re.Pattern[str]
    generic: re.Pattern[str]
    leading: re.Pattern[str]


@cache
def _forms() -> _Forms:
    data, places = lexicon.load("counties"), lexicon.load("places").values()
    return _Forms(
        known=frozenset(name for province in places for names in province.values() for name in names.split()),
        above=frozenset(city for province in places for city in province),
        common=frozenset(data["common_words"]),
        edge=re.compile(f".*[{re.escape(data['edges'])}]"),
        edges=data["edges"],
        no_names=frozenset(data["no_names"]),
        no_endings=(*data["no_ending"], *(name for name in data["no_names"] if len(name) > 1)),
        no_signs=re.compile(f"[{data['no_signs']}]"),
        generic=re.compile(data["generic"]),
        leading=re.compile(
            rf"^(?P<name>{HAN}{{2,3}}[市区旗])|(?<!{HAN})(?P<other>{HAN}{{2,3}}[市区旗])(?={data['organs']})",
            re.MULTILINE,
        ),
    )


def is_generic(name: str) -> bool:
    """True for a word that ends like a county and names none (开发区), and for a city above the counties."""
    return name not in _forms().known and (name in _forms().above or _forms().generic.search(name) is not None)


def find(plain: str, given: Sequence[str] = ()) -> list[Name]:
    """Every name with its offset, in text order; of `given` names only, when there are any."""
    if given:
        pattern = re.compile("|".join(map(re.escape, sorted(given, key=len, reverse=True))))
        return [(m.start(), m[0]) for m in pattern.finditer(plain)]
    listed = list(_listed(plain))
    taken = {at + len(name) for at, name in listed}
    return sorted([*listed, *(found for found in _by_form(plain) if found[0] + len(found[1]) not in taken)])


def _listed(plain: str) -> Iterator[Name]:
    """The names of places.toml, the longest that ends at each 县, 区, 市 or 旗."""
    forms = _forms()
    for last in _LAST.finditer(plain):
        end = last.end()
        for length in range(min(_LONGEST, end), _SHORT - 1, -1):
            name = plain[end - length : end]
            if name in forms.known:
                if _stands_alone(plain, end - length, name):
                    yield end - length, name
                break


def _stands_alone(plain: str, at: int, name: str) -> bool:
    """A name of two signs, and one that is a common word, needs a boundary or its city in front of it."""
    before = plain[at - 1 : at]
    if name in _forms().common:
        return before in ("市", "州", "盟")
    return len(name) > _SHORT or _INSIDE.match(before) is None or before in _forms().edges


def _by_form(plain: str) -> Iterator[Name]:
    for match in _BY_FORM.finditer(plain):
        if (pair := _clean(match)) is not None:
            yield pair
    for match in _forms().leading.finditer(plain):
        name = match["name"] or match["other"]
        if not is_generic(name) and _can_be_name(name[:-1]):
            yield match.start(), name


def _clean(match: re.Match[str]) -> Name | None:
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
    if not stem or stem in forms.no_names or stem.endswith((*forms.no_endings, "自治")):
        return False
    if forms.no_signs.search(stem) is not None:
        return False
    opens = words().opener.fullmatch(stem) or words().preposition.fullmatch(stem)
    return opens is None and words().token.search(stem) is None


def _opens(match: re.Match[str]) -> bool:
    """True when the name stands at the start of a line or after a sign, not in the middle of a word."""
    return match.start() == 0 or _INSIDE.match(match.string, match.start() - 1) is None
