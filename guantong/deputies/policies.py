"""Who plans activities, does and checks deeds, makes stations better, keeps their rotas and books their rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.base.now import today
from guantong.deputies.models import (
    Activity,
    Booking,
    ContactLink,
    Deputy,
    PracticalDeed,
    Room,
    RotaDuty,
    RotaSwap,
    Station,
    StationProject,
    Target,
)
from guantong.deputies.models.activity import STATION_CATEGORIES
from guantong.matters.policies import every, holds
from guantong.matters.registry import Policy
from guantong.regions.models import Organisation

ORGANISERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER, Role.DEPUTY})
ROTA_MAKERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER})
CHECKERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM})

organiser = holds(ORGANISERS, lambda: _("履职活动由代表、联络站、乡镇人大或县人大工作人员登记。"))
deputy = holds({Role.DEPUTY}, lambda: _("报名、请假和签到由代表本人进行。"))
publisher = holds(CONGRESS_ROLES, lambda: _("活动由县人大常委会工作人员公开。"))
staff = holds(CHECKERS, lambda: _("常委会和人代会组织的活动由县人大或乡镇人大的工作人员签到和登记请假。"))


def host(actor: Actor, activity: Activity) -> str | None:
    """Who receives the deputies: of what deputies and stations hold, any organiser; else the congress's own staff."""
    return (organiser if activity.category in STATION_CATEGORIES else staff)(actor, activity)


def _opens_now(actor: Actor, activity: Activity) -> str | None:
    if activity.planned_for != today():
        return _("活动计划在%(day)s举行，签到只能在当天开始。") % {"day": activity.planned_for.isoformat()}
    return _("签到已经开始。") if activity.takes_check_ins else None


def _is_open(actor: Actor, activity: Activity) -> str | None:
    return None if activity.takes_check_ins else _("现在没有进行签到。")


def _is_published(actor: Actor, activity: Activity) -> str | None:
    return None if activity.published_at else _("这次活动没有公开。")


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


def keeps_link(actor: Actor, link: ContactLink) -> bool:
    """Whether it is the actor's own link, or that of a deputy of their station, township or county."""
    if actor.person_id is None or actor.region_code != link.region_id:
        return False
    if actor.role in CONGRESS_ROLES:
        return True
    if actor.role == Role.DEPUTY:
        return link.deputy.person_id == actor.person_id
    if actor.role == Role.KEEPER:
        return link.deputy.station is not None and link.deputy.station.organisation_id == actor.organisation_id
    return actor.role == Role.PRESIDIUM and _in_township(actor, link.deputy.place_id)


def linker(actor: Actor, link: ContactLink) -> str | None:
    """The congress; of deputies with the people also whoever keeps the link."""
    if keeps_link(actor, link) and (actor.role in CONGRESS_ROLES or link.target != Target.DEPUTY):
        return None
    if link.target == Target.DEPUTY:
        return _("组成人员联系代表由县人大工作人员安排。")
    return _("联系关系由代表本人、联络站、乡镇人大或县人大工作人员建立和结束。")


def contact_writer(actor: Actor, link: ContactLink) -> str | None:
    """Whoever keeps the link, or for them the staff of their station, township or county."""
    if keeps_link(actor, link):
        return None
    return _("联系记录由联系人本人、联络站、乡镇人大或县人大工作人员登记。")


POLICIES: Mapping[str, Policy] = {
    "organiser": organiser,
    "deputy": deputy,
    "host": host,
    "check_in_opener": every(host, _opens_now),
    "check_in_closer": every(host, _is_open),
    "publisher": publisher,
    "withdrawer": every(publisher, _is_published),
    "checker": checker,
    "acceptor": acceptor,
    "linker": linker,
    "contact_writer": contact_writer,
}


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
    if actor.role == Role.PRESIDIUM:
        return _in_township(actor, station.place_id)
    return station.kind == Station.Kind.STALL and station.place_id == place_of(actor)


def _in_township(actor: Actor, place: str) -> bool:
    own = place_of(actor)
    return bool(own) and place.startswith(own)


def place_of(actor: Actor) -> str:
    """The code of the place of the actor's body; empty without one."""
    found = Organisation.objects.filter(pk=actor.organisation_id or 0).values_list("place_id", flat=True).first()
    return found or ""


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
