"""What is installed, reachable and missing, each with the one line that mends it."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.project.doctor.finding import Finding, Standing
from guantong.project.doctor.machine import machine_findings

__all__ = ["Finding", "Standing", "examine"]


def examine() -> Iterator[Finding]:
    """Every finding: of the machine first, then of the database and what is in it.

    The database is asked only when it can be had; no finding raises.
    """
    yield from machine_findings()
    from guantong.project.doctor.database import database_findings

    yield from database_findings()
