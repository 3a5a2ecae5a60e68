"""Clock rules: the defaults that domains declare, and a county's own dated ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from guantong.kernel.clock import Basis, ClockRule, Unit
from guantong.regions import known_settings, rulebook

LONGEST = 3650
"""The most that a county may set, in whatever unit."""

_rules: dict[str, ClockRule] = {}


def register(*rules: ClockRule) -> None:
    """Make a domain's rules known. Raises ValueError when another rule bears the code."""
    for rule in rules:
        if _rules.setdefault(rule.code, rule) != rule:
            raise ValueError(f"two clock rules are called {rule.code}")
        known_settings.register(setting_key(rule.code), period_problem)


def all_rules() -> list[ClockRule]:
    """Every declared default, by code."""
    return [_rules[code] for code in sorted(_rules)]


def setting_key(code: str) -> str:
    """The setting under which a county changes a rule."""
    return f"clock.{code}"


def period_problem(value: Any) -> str | None:
    """What is wrong with a county's own period: amount, and unit and extension cap if they differ from the default."""
    if isinstance(value, dict) and value.keys() <= {"amount", "unit", "extension_cap"}:
        cap, unit = value.get("extension_cap"), value.get("unit", Unit.HOURS)
        if _whole(value.get("amount"), 1) and unit in list(Unit) and (cap is None or _whole(cap, 0)):
            return None
    return _("期限应写明 amount（1至%(most)s的整数），可写明 unit（%(units)s）和 extension_cap（整数）。") % {
        "most": LONGEST,
        "units": "、".join(Unit),
    }


def _whole(value: Any, least: int) -> bool:
    return type(value) is int and least <= value <= LONGEST


def rule_in_force(code: str, *, region_code: str, on: date) -> ClockRule:
    """The rule that a clock started on this day in this region runs under.

    A county's setting may change amount, unit and extension cap, and always brings its own basis.
    Raises KeyError for a code that no domain declares.
    """
    rule = _rules[code]
    own = rulebook.setting(setting_key(code), region_code=region_code, on=on)
    if own is None:
        return rule
    return replace(
        rule,
        amount=own.value["amount"],
        unit=Unit(own.value.get("unit", rule.unit)),
        extension_cap=own.value.get("extension_cap", rule.extension_cap),
        basis=Basis(own.basis, own.mark),
        version=own.effective_from.isoformat(),
        effective_from=own.effective_from,
        statutory=own.mark == "S",
    )


@cache
def as_json(rule: ClockRule) -> Mapping[str, Any]:
    """A rule as a clock keeps it, so that the clock stays under the rule it began under. Not to be changed."""
    data = asdict(rule)
    data["unit"] = rule.unit.value
    data["effective_from"] = rule.effective_from.isoformat() if rule.effective_from else None
    return data


def from_json(data: Mapping[str, Any]) -> ClockRule:
    """The rule that `as_json` wrote."""
    since = data["effective_from"]
    return ClockRule(
        **{
            **data,
            "unit": Unit(data["unit"]),
            "basis": Basis(**data["basis"]),
            "effective_from": date.fromisoformat(since) if since else None,
        }
    )
