"""Promising, doing and checking practical deeds."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import uuid6
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput
from guantong.deputies.models import Activity, Deputy, PracticalDeed, Station
from guantong.deputies.services.moments import not_to_come
from guantong.matters.services import open_matter_once, perform
from guantong.regions.models import Region


def promise_deed(
    *,
    title: str,
    content: str,
    place: Region,
    region: Region,
    actor: Actor,
    station: Station | None = None,
    deputy: Deputy | None = None,
    beneficiaries: int = 0,
    occasion: Activity | None = None,
    client_id: UUID | None = None,
) -> PracticalDeed:
    """Record a deed that a deputy or station takes on; `occasion` is the activity at which they promised it.

    Raises NotAllowed and Conflict (see open_matter_once), and BadInput for an activity of another county or one that
    was called off.
    """
    if occasion is not None and (occasion.region_id != region.pk or occasion.state == "cancelled"):
        raise BadInput({"occasion": _("请选择本县已计划或已举办的活动。")})
    deed = PracticalDeed(
        id=client_id or uuid6.uuid7(),
        title=title,
        content=content,
        place=place,
        region=region,
        station=station,
        deputy=deputy,
        beneficiaries=beneficiaries,
        promised_at_activity=occasion,
        holder=station.organisation if station else None,
    )
    return open_matter_once(matter=deed, kind="deed", actor=actor)


def do_deed(
    *, deed: PracticalDeed, done_at: datetime, actor: Actor, notes: str = "", seen_version: int | None = None
) -> PracticalDeed:
    """Record that a deed is done; somebody else checks it. Raises BadInput for a time to come."""
    not_to_come("done_at", done_at)
    return perform(
        matter=deed,
        transition="do",
        actor=actor,
        reason=notes,
        seen_version=seen_version,
        changes={"done_at": done_at, "done_by_id": actor.person_id},
    )


def check_deed(*, deed: PracticalDeed, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Bear a deed out. Raises NotAllowed for the one who reported it done."""
    return perform(matter=deed, transition="check", actor=actor, seen_version=seen_version)


def dispute_deed(*, deed: PracticalDeed, reason: str, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Send a deed that is not done back to its promise; it no longer counts. Raises what perform raises."""
    return perform(
        matter=deed,
        transition="dispute",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"done_at": None, "done_by_id": None},
    )


def drop_deed(*, deed: PracticalDeed, reason: str, actor: Actor, seen_version: int | None = None) -> PracticalDeed:
    """Give a deed up. Raises what perform raises."""
    return perform(matter=deed, transition="drop", actor=actor, reason=reason, seen_version=seen_version)
