"""What 双联系 asks for: how many links are kept, and how many contacts each of them is owed in a period.

The law asks for close contact and names no number (代表法 8(6), 28, 44; 地方组织法 60): a county adopts its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guantong.base.now import today
from guantong.deputies.models import Target
from guantong.kernel.periods import Period
from guantong.kernel.procedure import HABIT
from guantong.regions import rulebook

TIMES_SETTING, LINKS_SETTING = "contact.times", "contact.links"
MEMBER, DEPUTY = "member", "deputy"

TIMES: Mapping[str, int] = {Target.DEPUTY: 2, Target.HOUSEHOLD: 2, Target.GROUP: 1, Target.ENTERPRISE: 2}
"""Contacts of one link in a half-year [M]: with a deputy, a household or a firm once a quarter."""

LINKS: Mapping[str, int] = {MEMBER: 5, DEPUTY: 5}
"""Links to be kept [M]: a member with so many deputies, a deputy with so many households, groups or firms."""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """A county's numbers with their basis and its mark (S, L or M); `since` is empty for the defaults."""

    times: Mapping[str, int]
    links: Mapping[str, int]
    basis: str
    mark: str
    since: date | None


def contact_rule(region_code: str) -> ContactRule:
    """The numbers in force in a county today."""
    on = today()
    times = rulebook.setting(TIMES_SETTING, region_code=region_code, on=on)
    links = rulebook.setting(LINKS_SETTING, region_code=region_code, on=on)
    own = times or links
    return ContactRule(
        times={**TIMES, **(times.value if times else {})},
        links={**LINKS, **(links.value if links else {})},
        basis=own.basis if own else _(HABIT.text),
        mark=own.mark if own else HABIT.mark,
        since=own.effective_from if own else None,
    )


def owed(times: int, period: Period, *, since: date, until: date | None = None) -> int:
    """Contacts owed in a period by a link that owes `times` in a half-year and stood from `since` through `until`.

    In proportion to the days on which it stood, rounded half up.
    """
    if (stood := _days(period, since, until)) == 0:
        return 0
    whole = (period.end - period.start).days + 1
    return (2 * times * period.months * stood + 6 * whole) // (2 * 6 * whole)


def owed_before(day: date, times: int, period: Period, *, since: date, until: date | None = None) -> int:
    """Of what is owed in the period, how much was due before `day`: spread evenly over the days of the link."""
    stood = _days(period, since, until)
    passed = min(max((day - max(since, period.start)).days, 0), stood)
    return owed(times, period, since=since, until=until) * passed // stood if stood else 0


def _days(period: Period, since: date, until: date | None) -> int:
    """Days of the period on which the link stood."""
    first, last = max(since, period.start), min(until or period.end, period.end)
    return max((last - first).days + 1, 0)


def times_problem(value: Any) -> str | None:
    """What is wrong with a county's own numbers of contacts: whole numbers up to 60, by kind of target."""
    if _numbers(value, set(Target.values), 60):
        return None
    return _("联系次数应按 deputy、household、group、enterprise 写明半年的次数（0至60）。")


def links_problem(value: Any) -> str | None:
    """What is wrong with a county's own numbers of links: whole numbers up to 200, for members and deputies."""
    return None if _numbers(value, {MEMBER, DEPUTY}, 200) else _("联系数量应按 member、deputy 写明（0至200）。")


def _numbers(value: Any, known: set[str], most: int) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= known
        and all(type(number) is int and 0 <= number <= most for number in value.values())
    )
