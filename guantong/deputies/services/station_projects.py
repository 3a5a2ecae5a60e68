"""Making a station better: proposing a project, accepting it, sending it back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Grade, Station, StationProject
from guantong.deputies.standards import standards_of
from guantong.matters.services import open_matter_once, perform


@transaction.atomic
def propose_station_project(
    *,
    station: Station,
    category: StationProject.Category,
    content: str,
    actor: Actor,
    grade: str = "",
    partner: str = "",
    client_id: UUID | None = None,
) -> StationProject:
    """Propose to raise a station in grade, or to keep it together with another province.

    Raises NotAllowed, Conflict (see open_matter_once), and BadInput where the grade is not above the station's
    own or the partner is not named.
    """
    upgrade = category == StationProject.Category.UPGRADE
    if upgrade and (grade not in Grade.values or _rank(grade) <= _rank(station.grade)):
        raise BadInput({"grade": _("请选择高于现有等级的等级。")})
    if not upgrade and not partner.strip():
        raise BadInput({"partner": _("请写明与哪里共建。")})
    return open_matter_once(
        matter=StationProject(
            id=client_id or uuid6.uuid7(),
            title=f"{station.name}{category.label}",
            region=station.region,
            place=station.place,
            category=category,
            station=station,
            grade=grade if upgrade else "",
            partner="" if upgrade else partner.strip(),
            content=content,
            proposed_by_id=actor.person_id,
        ),
        kind="station_project",
        actor=actor,
    )


@transaction.atomic
def accept_station_project(
    *,
    project: StationProject,
    standards: Sequence[str],
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> StationProject:
    """Accept a project after looking at the station: from now on it has its new grade or partner.

    `standards` are the codes of the county's standards that it was found to meet. Raises NotAllowed for whoever
    proposed it, BadInput while a standard is not met, and what perform raises.
    """
    wanted = standards_of(project.region_id)
    if project.category == StationProject.Category.UPGRADE and (missing := set(wanted) - set(standards)):
        names = "、".join(name for code, name in wanted.items() if code in missing)
        raise BadInput({"standards": _("还没有达标：%(what)s。") % {"what": names}})
    accepted = perform(
        matter=project,
        transition="accept",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"accepted_at": now(), "standards": [code for code in wanted if code in standards]},
    )
    station = Station.objects.select_for_update().get(pk=accepted.station_id)
    station.grade = accepted.grade or station.grade
    station.partner = accepted.partner or station.partner
    station.save(update_fields=["grade", "partner"])
    return accepted


def return_station_project(
    *, project: StationProject, reason: str, actor: Actor, seen_version: int | None = None
) -> StationProject:
    """Send a project back that does not meet the standards yet. Raises what perform raises."""
    return perform(matter=project, transition="return", actor=actor, reason=reason, seen_version=seen_version)


def propose_again(
    *, project: StationProject, content: str, actor: Actor, seen_version: int | None = None
) -> StationProject:
    """Put a project forward again with what was mended. Raises what perform raises."""
    return perform(
        matter=project,
        transition="propose_again",
        actor=actor,
        seen_version=seen_version,
        changes={"content": content, "proposed_by_id": actor.person_id},
    )


def drop_station_project(
    *, project: StationProject, reason: str, actor: Actor, seen_version: int | None = None
) -> StationProject:
    """Give a project up. Raises what perform raises."""
    return perform(matter=project, transition="drop", actor=actor, reason=reason, seen_version=seen_version)


def _rank(grade: str) -> int:
    return Grade.values.index(grade)
