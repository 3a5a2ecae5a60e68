"""Stage 4: refuse candidates that only look like figures, by the rules of lexicon/lookalikes.toml."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from guantong.extraction import lexicon, units
from guantong.extraction.candidates import Candidate
from guantong.extraction.layout import Layout, Spans

Test = Callable[[Candidate, str, str], bool]
"""A condition on a candidate, the text on its left and the text on its right."""
_WINDOW = 24
_COUNTED_BEFORE = re.compile(r"[一-鿿]{2}[”》)]?$")
_NO_COUNT_BEFORE = re.compile(
    r"(?:[的其之每这那某任另各是为成有第同统唯单逐专划了在于把将以和与及]|[每当]?[年月日天周季度])$"
)
_NUMERAL = re.compile("[一二三四五六七八九十百千万两]")
_CLOSES = re.compile(r"[,。;!?、)\n]|$")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a number is no figure."""

    id: str
    reason: str
    holds: Test


BARE = Rule("bare-number", "数字后面没有量词", lambda *_: True)
NAME = Rule("name-or-title", "在引号内的名称、口号或书名号内", lambda *_: True)
PHRASE = Rule("fixed-phrase", "固定词组或地名", lambda *_: True)


def phrases(plain: str) -> Spans:
    """The spans of fixed phrases of names.toml and of place names that hold a numeral."""
    found = [match.span() for match in _phrase_pattern().finditer(plain)]
    return Spans(tuple(a for a, _ in found), tuple(b for _, b in found))


def verdict(plain: str, candidate: Candidate, layout: Layout, fixed: Spans) -> Rule | None:
    """The first rule that refuses the candidate, or None for a figure."""
    if candidate.unit.group == units.BARE:
        return BARE
    rules, unit = _rules(), candidate.unit
    left = plain[max(0, candidate.start - _WINDOW) : candidate.start].rpartition("\n")[2]
    right = plain[unit.end : unit.end + _WINDOW].partition("\n")[0]
    for rule in rules.get(unit.name) or rules[f"group:{unit.group}"]:
        if rule.holds(candidate, left, right):
            return rule
    if layout.names.around(candidate.numeral.start) is not None:
        return NAME
    if fixed.around(candidate.numeral.start) is not None:
        return PHRASE
    return None


def _counts_one(left: str, right: str) -> bool:
    """一 counts when it closes a clause behind the noun it counts: 作出决议一项."""
    return (
        _COUNTED_BEFORE.search(left) is not None
        and _NO_COUNT_BEFORE.search(left) is None
        and _CLOSES.match(right) is not None
    )


@cache
def _phrase_pattern() -> re.Pattern[str]:
    """The phrases of names.toml, and the names of places.toml that hold a numeral (七台河市)."""
    data = lexicon.load("names")
    provinces = lexicon.load("places").values()
    places = {name for province in provinces for city in province for name in (city, *province[city].split())}
    numbered = sorted(name for name in places if _NUMERAL.search(name) is not None)
    return re.compile("|".join([*data["policy"], *data["idioms"], *numbered]))


@cache
def _rules() -> dict[str, list[Rule]]:
    """The rules that can concern each unit, and each group for units without a rule of their own."""
    entries = lexicon.load("lookalikes")["rule"]
    group_of = {unit: group for group, names in lexicon.load("units")["kinds"].items() for unit in names}
    table: dict[str, list[Rule]] = {}
    for unit, group in group_of.items():
        table[unit] = [_rule(entry) for entry in entries if _concerns(entry, unit, group)]
    for group in {*group_of.values()}:
        table[f"group:{group}"] = [_rule(entry) for entry in entries if _concerns(entry, "", group)]
    return table


def _concerns(entry: dict[str, Any], unit: str, group: str) -> bool:
    units_given: Iterable[str] = entry.get("units", ())
    groups_given: Iterable[str] = entry.get("groups", ())
    return (not units_given or unit in units_given) and (not groups_given or group in groups_given)


def _rule(entry: dict[str, Any]) -> Rule:
    tests = [make(entry[key]) for key, make in _CONDITIONS.items() if key in entry]
    return Rule(entry["id"], entry["reason"], lambda c, left, right: all(test(c, left, right) for test in tests))


def _left(pattern: str) -> Test:
    found = re.compile(pattern).search
    return lambda _c, left, _r: found(left) is not None


def _unless_left(pattern: str) -> Test:
    found = re.compile(pattern).search
    return lambda _c, left, _r: found(left) is None


def _right(pattern: str) -> Test:
    found = re.compile(pattern).match
    return lambda _c, _l, right: found(right) is not None


def _unless_right(pattern: str) -> Test:
    found = re.compile(pattern).match
    return lambda _c, _l, right: found(right) is None


def _heads_like(pattern: str) -> Test:
    found = re.compile(pattern).fullmatch
    return lambda c, _l, _r: found(c.numeral.head) is not None


_CONDITIONS: dict[str, Callable[[Any], Test]] = {
    "numerals": lambda want: lambda c, _l, _r: c.numeral.chinese == (want == "chinese"),
    "heads": lambda want: lambda c, _l, _r: c.numeral.chinese and c.numeral.head in want and not c.numeral.more,
    "heads_like": _heads_like,
    "opens_with_scale": lambda want: (
        lambda c, _l, _r: (c.numeral.chinese and c.numeral.head[0] in "百千万亿十") == want
    ),
    "bare_scale": lambda want: lambda c, _l, _r: (c.numeral.bare_scale and not c.numeral.of) == want,
    "approx": lambda want: lambda c, _l, _r: c.approx == want,
    "counting_one": lambda want: lambda _c, left, right: _counts_one(left, right) == want,
    "left": _left,
    "unless_left": _unless_left,
    "right": _right,
    "unless_right": _unless_right,
}
