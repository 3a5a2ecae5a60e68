"""Who may see figures: whoever is signed in, for the regions of their own scope."""

from __future__ import annotations

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.accounts.scope import sees_region

WITHOUT_FIGURES = frozenset({Role.SECURITY, Role.SYSADMIN})
"""Administrators who run the machine and must not do the trade's work (三员分立, GB/T 22239-2019)."""


def may_see(actor: Actor, region_code: str) -> bool:
    """Whether the figures of a region exist for this actor at all: their own county's, for the city all counties'."""
    return actor.signed_in and actor.role not in WITHOUT_FIGURES and sees_region(actor, region_code)
