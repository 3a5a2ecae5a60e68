"""What congress staff do with an opinion."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy
from guantong.matters.models import LinkKind
from guantong.matters.registry import kind_of, procedure_of
from guantong.matters.services import extend_clock, link_matters, lock_matters, next_number, perform
from guantong.notifications.notices import Notice
from guantong.opinions.models import Destination, Lane, Opinion, Track
from guantong.regions.models import Organisation, OrganisationKind

ASSIGN_MOVES = {
    OrganisationKind.STATION: "assign_station",
    OrganisationKind.TOWNSHIP: "assign_township",
    OrganisationKind.PRESIDIUM: "assign_township",
    OrganisationKind.DEPARTMENT: "assign_department",
}

GONE = frozenset({"merged", "withdrawn", "declined", "routed_out", "became"})
"""States from which an opinion does not go on, so that nothing can be merged into it."""


def _numbered(opinion: Opinion) -> str:
    return opinion.number or next_number(region=opinion.region, series=kind_of(opinion).series, year=today().year)


@transaction.atomic
def accept_opinion(*, opinion: Opinion, actor: Actor, reason: str = "", seen_version: int | None = None) -> Opinion:
    """Take an opinion on and give it its official number. Raises what perform raises."""
    return perform(
        matter=opinion,
        transition="accept",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"number": _numbered(opinion)},
    )


@transaction.atomic
def triage_opinion(
    *, opinion: Opinion, track: Track, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Opinion:
    """Put a request of the 民情速办 lane on one of its three speeds. Raises BadInput without one."""
    if track == Track.NONE:
        raise BadInput({"track": _("请选择速办、限办或督办。")})
    return perform(
        matter=opinion,
        transition=f"triage_{track}",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"track": track, "number": _numbered(opinion)},
    )


def assign_opinion(
    *,
    opinion: Opinion,
    holder: Organisation,
    actor: Actor,
    reason: str = "",
    seen_version: int | None = None,
) -> Opinion:
    """Hand an opinion to a station, township or department, and tell it. Raises BadInput for another county's body."""
    move = ASSIGN_MOVES.get(OrganisationKind(holder.kind))
    if move is None or holder.region_id != opinion.region_id or not holder.active:
        raise BadInput({"holder": _("请选择本县的承办单位。")})
    return perform(
        matter=opinion,
        transition="dispatch" if opinion.lane == Lane.RAPID else move,
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"holder": holder},
        tell=[Notice(holder.pk, _("有一件群众意见交由你单位办理。"))],
    )


@transaction.atomic
def merge_opinion(
    *, opinion: Opinion, target: Opinion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Opinion:
    """Merge a duplicate into the opinion that goes on; whoever asked follows that one from now on.

    Raises BadInput for an opinion of another county, for itself, or for one that does not go on itself.
    """
    if target.pk == opinion.pk or target.region_id != opinion.region_id:
        raise BadInput({"target": _("请选择本县另一件意见。")})
    opinion, target = lock_matters(opinion, target)
    if target.state in GONE:
        stands = procedure_of(target).by_state[target.state].label
        raise BadInput({"target": _("所选意见%(stands)s，不再办理，请选择另一件。") % {"stands": stands}})
    held = perform(
        matter=opinion,
        transition="merge",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        given={"target": target},
        data={"target": str(target.pk)},
    )
    link_matters(source=held, target=target, kind=LinkKind.MERGED_INTO)
    return held


def route_out_opinion(
    *,
    opinion: Opinion,
    destination: Destination,
    reason: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Opinion:
    """Tell the person that a petition, lawsuit or report of a crime goes elsewhere, and where.

    The congress must not handle these itself (信访工作条例 22). Raises what perform raises.
    """
    return perform(
        matter=opinion,
        transition="route_out",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"routed_to": destination},
    )


def leave_to_deputy(
    *, opinion: Opinion, lead: Deputy, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Opinion:
    """End an opinion that a deputy takes up as a suggestion; whoever asked is told, and follows that from now on.

    The suggestion is opened by `handoffs`. Raises what perform raises.
    """
    return perform(
        matter=opinion,
        transition="become_suggestion",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        given={"lead": lead},
        data={"lead": lead.name},
    )


def decline_opinion(*, opinion: Opinion, reason: str, actor: Actor, seen_version: int | None = None) -> Opinion:
    """Do not take an opinion on, and say why. Raises what perform raises."""
    return perform(matter=opinion, transition="decline", actor=actor, reason=reason, seen_version=seen_version)


def close_opinion(*, opinion: Opinion, actor: Actor, reason: str = "", seen_version: int | None = None) -> Opinion:
    """Close an answered opinion. Raises NotAllowed for whoever answered it or proposed its closing."""
    return perform(matter=opinion, transition="close", actor=actor, reason=reason, seen_version=seen_version)


def return_close(*, opinion: Opinion, reason: str, actor: Actor, seen_version: int | None = None) -> Opinion:
    """Send an opinion that is not ready to close back to be handled. Raises what perform raises."""
    return perform(
        matter=opinion,
        transition="return_close",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"proposed_by_id": None, "holder": None},
    )


def extend_opinion(
    *,
    opinion: Opinion,
    clock: str,
    amount: int,
    reason: str,
    actor: Actor,
    seen_version: int | None = None,
) -> Opinion:
    """Give the body that handles more time, within the rule's cap. Raises what extend_clock raises."""
    return extend_clock(
        matter=opinion, code=clock, amount=amount, reason=reason, actor=actor, seen_version=seen_version
    )
