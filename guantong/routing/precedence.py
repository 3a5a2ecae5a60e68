"""Which department comes first where two duties meet, by rules over classes of words."""

import re
from dataclasses import dataclass
from functools import cache

from guantong.routing import lexicon


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` says in words who comes first; `gives` are points by department, added when the classes are there."""

    name: str
    needs: tuple[str, ...]
    without: tuple[str, ...]
    gives: dict[str, float]


@cache
def _classes() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in lexicon.precedence()["classes"].items()}


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of `precedence.toml` in their order."""
    rows = lexicon.precedence()["rule"]
    return tuple(Rule(row["name"], tuple(row["all"]), tuple(row.get("none", ())), row["gives"]) for row in rows)


def apply(title: str) -> list[Rule]:
    """The rules that hold for a plain title."""
    present = {name for name, pattern in _classes().items() if pattern.search(title)}
    return [rule for rule in rules() if present.issuperset(rule.needs) and present.isdisjoint(rule.without)]
