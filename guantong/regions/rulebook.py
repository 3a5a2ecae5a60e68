"""Settings of every region held in memory for a moment, so that hot paths need not ask for them."""

from __future__ import annotations

import logging
import time
from datetime import date
from typing import Any

from guantong.regions import known_settings
from guantong.regions.models import Region, Setting

log = logging.getLogger(__name__)

MARKS = ("S", "L", "M")
LIFETIME = 30.0
"""Seconds after which another process's change is seen."""

_kept: tuple[float, dict[tuple[str | None, str], list[Setting]], dict[str, str | None]] | None = None


def forget() -> None:
    """Read the settings anew at the next question (after a change, and between tests)."""
    global _kept
    _kept = None


def _book() -> tuple[dict[tuple[str | None, str], list[Setting]], dict[str, str | None]]:
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > LIFETIME:
        rows: dict[tuple[str | None, str], list[Setting]] = {}
        for row in filter(_can_be_worked_with, Setting.objects.order_by("effective_from")):
            rows.setdefault((row.region_id, row.key), []).append(row)
        upper: dict[str, str | None] = dict(
            Region.objects.filter(level__in=["city", "county"]).values_list("code", "parent_id")
        )
        _kept = (time.monotonic(), rows, upper)
    return _kept[1], _kept[2]


def _can_be_worked_with(row: Setting) -> bool:
    """A row that was written past `adopt_setting` and makes no sense is as if it were not there."""
    problem = known_settings.problem(row.key, row.value)
    if problem is None and row.mark in MARKS:
        return True
    log.error("setting %s (%s) is left out: %s", row.pk, row, problem or f"mark {row.mark!r}")
    return False


def setting(key: str, *, region_code: str, on: date) -> Setting | None:
    """The dated rule in force for a region on a day.

    The narrowest match wins (county, then its city, then the general one), and of those the newest.
    """
    rows, upper = _book()
    for owner in (region_code, upper.get(region_code), None):
        in_force = [row for row in rows.get((owner, key), ()) if row.effective_from <= on]
        if in_force:
            return in_force[-1]
    return None


def setting_value(key: str, default: Any, *, region_code: str, on: date) -> Any:
    """The value of `setting`, or `default` where no rule is in force."""
    row = setting(key, region_code=region_code, on=on)
    return default if row is None else row.value
