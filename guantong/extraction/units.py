"""The measure words: read once from lexicon/units.toml, matched longest first."""

import re
from dataclasses import dataclass
from functools import cache

from guantong.extraction import lexicon

_JOINED = re.compile(r"[人场户家件批起项班车台篇例期组企架辆站村条]")
_PER = re.compile(
    r"/(?:㎡|平方米|立方米|平方公里|千瓦时|公里|公斤|小时|公顷|人次|人·?年?|亩|户|村|家|套|辆|头|株|棵|台|吨|年|月|天|日|斤|次|米|升|件|km|kWh|m[²³23]?|L|h|s)"
)

BARE = "bare"
"""The group of a number without a measure word."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word found behind a number: its normal form, its group in the lexicon and where it ends."""

    name: str
    group: str
    end: int


def none(end: int) -> Unit:
    """The unit of a bare number, which ends at `end`."""
    return Unit("", BARE, end)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str]]:
    data = lexicon.load("units")
    kinds = data["kinds"]
    group_of = {unit: group for group, units in kinds.items() for unit in units}
    blocked = data["except"]
    by_length = sorted(group_of, key=len, reverse=True)
    one = "|".join(re.escape(u) + (f"(?!{blocked[u]})" if u in blocked else "") for u in by_length)
    short = "|".join(map(re.escape, sorted((*kinds["count"], *kinds["place"]), key=len, reverse=True)))
    return (
        re.compile(one),
        group_of,
        re.compile(rf" ?(?:\((?P<aside>(?:{short})(?:[、,/](?:{short}))*)\)|/次(?!均))"),
    )


def match(plain: str, at: int) -> Unit | None:
    """The unit that begins at `at`, after at most one space; None when no measure word stands there."""
    if plain[at : at + 1] == " ":
        at += 1
    pattern, group_of, aside = _table()
    found = pattern.match(plain, at)
    if found is None:
        return None
    name, group, end = found[0], group_of[found[0]], found.end()
    if group in ("count", "place") and (more := aside.match(plain, end)) is not None:
        word = more["aside"] or "次"
        joined = word == "次" and _JOINED.fullmatch(name)
        return Unit(name + "次" if joined else f"{name}({word})", group, more.end())
    if group in ("money", "measure") and (per := _PER.match(plain, end)) is not None:
        return Unit(name + per[0], group, per.end())
    return Unit(name, group, end)
