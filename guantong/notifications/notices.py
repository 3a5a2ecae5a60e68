"""What a move tells whom, before it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guantong.accounts.actors import posts_held
from guantong.notifications.models import Message


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to an organisation."""

    organisation_id: int
    text: str


def send(notices: Iterable[Notice], *, subject: UUID, title: str, at: datetime) -> None:
    """Write the messages; they exist only if the caller's transaction commits."""
    Message.objects.bulk_create(
        Message(organisation_id=n.organisation_id, subject=subject, title=title, text=n.text, sent_at=at)
        for n in notices
    )


def to_roles(region_code: str, roles: Collection[str], text: str) -> list[Notice]:
    """A message to every body of a region in which somebody holds one of these roles now."""
    posts = posts_held().filter(region_id=region_code, role__in=roles)
    return [Notice(body, text) for body in sorted(set(posts.values_list("organisation_id", flat=True)))]
