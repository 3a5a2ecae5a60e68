"""Appending to the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from guantong.audit.models import Entry
from guantong.kernel.sm3chain import GENESIS, link


@dataclass(frozen=True, slots=True)
class Author:
    """Who did it, as the ledger keeps it: nobody's account for a citizen or the system."""

    name: str
    role: str
    organisation: str = ""
    person_id: int | None = None


def next_entry(
    *,
    chain: UUID,
    after: Entry | None,
    at: datetime,
    author: Author,
    action: str,
    source: str = "",
    target: str = "",
    reason: str = "",
    data: Mapping[str, Any] | None = None,
) -> Entry:
    """The entry that follows `after` in its chain, not yet saved."""
    entry = Entry(
        chain=chain,
        seq=after.seq + 1 if after else 1,
        at=at,
        person_id=author.person_id,
        author=author.name,
        role=author.role,
        organisation=author.organisation,
        action=action,
        source=source,
        target=target,
        reason=reason,
        data=dict(data or {}),
    )
    entry.digest = link(bytes(after.digest) if after else GENESIS, entry.content())
    return entry


def head(chain: UUID) -> Entry | None:
    """The newest entry of a chain."""
    return Entry.objects.filter(chain=chain).order_by("-seq").first()


def append(
    *,
    chain: UUID,
    at: datetime,
    author: Author,
    action: str,
    source: str = "",
    target: str = "",
    reason: str = "",
    data: Mapping[str, Any] | None = None,
) -> Entry:
    """Write the next entry of a chain. The caller holds the lock on the chain's subject."""
    entry = next_entry(
        chain=chain,
        after=head(chain),
        at=at,
        author=author,
        action=action,
        source=source,
        target=target,
        reason=reason,
        data=data,
    )
    entry.save(force_insert=True)
    return entry
