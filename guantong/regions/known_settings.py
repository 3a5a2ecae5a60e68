"""The settings that a county may adopt, each with the check of its value: registered by the apps that read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Check = Callable[[Any], str | None]
"""What is wrong with a value, in a sentence; None for a value that can be worked with."""

_checks: dict[str, Check] = {}


def register(key: str, check: Check) -> None:
    """Make a setting known."""
    _checks[key] = check


def is_known(key: str) -> bool:
    """Whether some app reads settings of this key."""
    return key in _checks


def problem(key: str, value: Any) -> str | None:
    """What is wrong with the value of a setting; nothing is known of one that nobody registered."""
    check = _checks.get(key)
    return check(value) if check else None
