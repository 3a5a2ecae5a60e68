"""Linking matters."""

from __future__ import annotations

from guantong.base.now import now
from guantong.matters.models import Link, LinkKind, Matter


def link_matters(*, source: Matter, target: Matter, kind: LinkKind) -> Link:
    """Tie one matter to another; a second time changes nothing."""
    row, _ = Link.objects.get_or_create(
        source_id=source.pk, target_id=target.pk, kind=kind, defaults={"made_at": now()}
    )
    return row
