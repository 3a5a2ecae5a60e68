"""Through whose hands a matter went, written down with every move: what a body goes on seeing."""

from __future__ import annotations

from datetime import datetime

from guantong.accounts.actors import Actor
from guantong.matters.models import Holding, Matter


def holdings_of(matter: Matter, actor: Actor, *, at: datetime) -> list[Holding]:
    """Rows for the body whose move it is now and for the one that acts: unsaved, and perhaps there already."""
    bodies = sorted(filter(None, {matter.holder_id, actor.organisation_id}))
    return [Holding(organisation_id=body, matter_id=matter.pk, since=at) for body in bodies]
