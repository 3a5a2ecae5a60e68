"""Who plans activities, does and checks deeds, makes stations better, keeps their rotas and books their rooms."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.deputies.models import Booking, Deputy, PracticalDeed, Room, RotaDuty, RotaSwap, Station, StationProject
from guantong.matters.policies import every, holds
from guantong.regions.models import Organisation

ORGANISERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER, Role.DEPUTY})
ROTA_MAKERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER})
CHECKERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM})

organiser = holds(ORGANISERS, lambda: _("履职活动由代表、联络站、乡镇人大或县人大工作人员登记。"))
deputy = holds({Role.DEPUTY}, lambda: _("报名和请假由代表本人进行。"))


def _not_the_doer(actor: Actor, deed: PracticalDeed) -> str | None:
    if actor.person_id == deed.done_by_id:
        return _("办实事由登记人以外的人核实。")
    return None


def _not_the_proposer(actor: Actor, project: Any) -> str | None:
    if isinstance(project, StationProject) and actor.person_id == project.proposed_by_id:
        return _("联络站建设由申报人以外的人验收。")
    return None


checker = every(holds(CHECKERS, lambda: _("办实事由县人大或乡镇人大核实。")), _not_the_doer)
acceptor = every(holds(CONGRESS_ROLES, lambda: _("联络站建设由县人大常委会工作人员验收。")), _not_the_proposer)

POLICIES = {"organiser": organiser, "deputy": deputy, "checker": checker, "acceptor": acceptor}


def runs_station(actor: Actor, station: Station) -> str | None:
    """The county's congress, the township's, and the keeper: of the station, and of a stall in the same place."""
    if actor.region_code == station.region_id:
        if actor.role in CONGRESS_ROLES or (
            actor.role == Role.KEEPER and actor.organisation_id == station.organisation_id
        ):
            return None
        if actor.role in (Role.PRESIDIUM, Role.KEEPER) and _reaches(actor, station):
            return None
    return _("轮值由本站管理员、所在乡镇人大或县人大工作人员安排。")


def _reaches(actor: Actor, station: Station) -> bool:
    place = Organisation.objects.filter(pk=actor.organisation_id or 0).values_list("place_id", flat=True).first()
    if not place:
        return False
    if actor.role == Role.PRESIDIUM:
        return station.place_id.startswith(place)
    return station.kind == Station.Kind.STALL and station.place_id == place


def serves_station(actor: Actor, station: Station) -> str | None:
    """Whoever runs it, and the deputies who serve or have a duty there."""
    if runs_station(actor, station) is None:
        return None
    if actor.person_id is not None and actor.role == Role.DEPUTY and actor.region_code == station.region_id:
        me = Deputy.objects.filter(person_id=actor.person_id, active=True)
        if me.filter(station=station).exists() or me.filter(duties__station=station).exists():
            return None
    return _("只有在这里值班的代表和管理员可以这样做。")


def proposes_swap(actor: Actor, duty: RotaDuty) -> str | None:
    """The deputy on duty, or for them whoever runs the station."""
    own = actor.role == Role.DEPUTY and actor.person_id is not None and duty.deputy.person_id == actor.person_id
    if own or (actor.person_id is not None and runs_station(actor, duty.station) is None):
        return None
    return _("调班由值班代表本人或本站管理员申请。")


def decides_swap(actor: Actor, swap: RotaSwap) -> str | None:
    """The other deputy or whoever runs the station; never whoever proposed it."""
    if actor.person_id is not None and actor.person_id == swap.proposed_by_id:
        return _("调班由对方代表或申请人以外的管理员同意。")
    own = actor.role == Role.DEPUTY and actor.person_id is not None and swap.other_deputy.person_id == actor.person_id
    if own or runs_station(actor, swap.duty.station) is None:
        return None
    return _("调班由对方代表或申请人以外的管理员同意。")


def keeps_rooms(actor: Actor, region_code: str, station: Station | None) -> str | None:
    """The county's congress; the rooms of a station also whoever runs it."""
    if actor.role in CONGRESS_ROLES and actor.region_code == region_code:
        return None
    if station is not None and runs_station(actor, station) is None:
        return None
    return _("活动场所由本站管理员或县人大工作人员登记。")


def books_rooms(actor: Actor, room: Room) -> str | None:
    """Who organises activities in the county."""
    if actor.role in ORGANISERS and actor.person_id is not None and actor.region_code == room.region_id:
        return None
    return _("活动场所由本县的代表、联络站、乡镇人大或县人大工作人员预订。")


def gives_up_booking(actor: Actor, booking: Booking) -> str | None:
    """Whoever made it, or keeps the room."""
    own = actor.person_id is not None and booking.booked_by_id == actor.person_id
    if own or keeps_rooms(actor, booking.room.region_id, booking.room.station) is None:
        return None
    return _("预订由预订人本人或场所管理员取消。")
