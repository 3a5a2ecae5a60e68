"""What a verification of the ledger finds, and how it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Tick = Callable[[int], None]
"""Told how many more records were looked at."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One place at which the ledger does not hold: a chain and entry, a day or a record, and what is wrong there."""

    where: str
    what: str


def unwatched(_more: int) -> None:
    """The tick of a verification that nobody watches."""
