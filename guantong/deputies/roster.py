"""Opening stations and stalls, entering the deputies who keep them, and who sees the links of these."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, SYSTEM, Actor, posts_held
from guantong.accounts.models import Person
from guantong.audit import ledger
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.models import ContactLink, Deputy, Level, RotaDuty, Station
from guantong.kernel.markets import CycleError, parse_cycle
from guantong.matters.models import Holding
from guantong.regions.models import Organisation, OrganisationKind, Region
from guantong.regions.services import register_organisation

TOWNSHIP = 9
"""Digits of a place's code that tell its township."""


def station_chain(station: Station) -> UUID:
    """The chain of a station's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"station:{station.region_id}:{station.organisation.code}")


def deputy_chain(deputy: Deputy) -> UUID:
    """The chain of a deputy's entries in the ledger."""
    return uuid5(NAMESPACE_URL, f"deputy:{deputy.pk}")


def _may_enter(actor: Actor, region: Region) -> None:
    if actor.role == SYSTEM or (actor.role in CONGRESS_ROLES and actor.region_code == region.code):
        return
    raise NotAllowed(_("联络站和代表由本县人大常委会工作人员登记。"))


def checked_cycle(text: str) -> str:
    """The cycle of a market's days as it is kept; empty for none. Raises BadInput for one that cannot be read."""
    try:
        return parse_cycle(text).text if text.strip() else ""
    except CycleError:
        sentence = _(
            "圩日写法不对：农历逢三、六、九写“3,6,9”，每月五日、二十日写“solar:5,20”，三天一圩写“every:3@2025-01-02”（后面是任一圩日）。"
        )
        raise BadInput({"market_days": sentence}) from None


@transaction.atomic
def open_station(
    *,
    code: str,
    name: str,
    region: Region,
    place: Region,
    actor: Actor,
    kind: Station.Kind = Station.Kind.STATION,
    mode: str = "",
    market_days: str = "",
    parent: Organisation | None = None,
) -> Station:
    """Open a station or stall, together with the body that matters are assigned to.

    Raises NotAllowed, and BadInput for a name or code that the county already uses, or a cycle of market days
    that cannot be read.
    """
    _may_enter(actor, region)
    market_days = checked_cycle(market_days)
    if Station.objects.filter(region=region, name=name).exists():
        raise BadInput({"name": _("本县已有同名的联络站或摊位。")})
    body = register_organisation(
        code=f"station-{code}", name=name, kind=OrganisationKind.STATION, region=region, place=place, parent=parent
    )
    station = Station.objects.create(
        name=name, kind=kind, region=region, place=place, organisation=body, mode=mode, market_days=market_days
    )
    ledger.append(
        chain=station_chain(station), at=now(), author=actor.author, action="open_station", data={"name": name}
    )
    return station


@transaction.atomic
def register_deputy(
    *,
    name: str,
    level: str,
    region: Region,
    place: Region,
    actor: Actor,
    station: Station | None = None,
    person: Person | None = None,
    member: bool = False,
    active: bool = True,
) -> Deputy:
    """Enter a deputy to the congress of `level`; a `member` sits on the standing committee, a former one is not active.

    Raises NotAllowed, and BadInput for a level that is none of the five.
    """
    _may_enter(actor, region)
    if level not in Level.values:
        raise BadInput({"level": _("代表层级应是全国、自治区（省）、市、县、乡五级之一。")})
    deputy = Deputy.objects.create(
        name=name, level=level, region=region, place=place, station=station, person=person, member=member, active=active
    )
    said = {"level": level, **({} if active else {"former": True})}
    ledger.append(chain=deputy_chain(deputy), at=now(), author=actor.author, action="register_deputy", data=said)
    return deputy


@transaction.atomic
def set_market_days(*, station: Station, market_days: str, actor: Actor) -> Station:
    """Set on which days a station's market is held; empty for none. Raises NotAllowed and BadInput."""
    _may_enter(actor, station.region)
    cycle = checked_cycle(market_days)
    station = (
        Station.objects.select_for_update(of=("self",)).select_related("organisation", "region").get(pk=station.pk)
    )
    before, station.market_days = station.market_days, cycle
    station.save(update_fields=["market_days"])
    ledger.append(
        chain=station_chain(station), at=now(), author=actor.author, action="set_market_days",
        data={"before": before, "after": cycle},
    )  # fmt: skip
    return station


@transaction.atomic
def assign_to_station(*, deputy: Deputy, station: Station, actor: Actor) -> Deputy:
    """Let a deputy of any level serve at a station of their county 混合编组.

    Raises NotAllowed, BadInput for another county's station, and NotNow while the deputy has duties to come
    elsewhere.
    """
    _may_enter(actor, station.region)
    deputy = Deputy.objects.select_for_update(of=("self",)).get(pk=deputy.pk)
    if not deputy.active or deputy.region_id != station.region_id:
        raise BadInput({"station": _("请选择本县的联络站和在任的代表。")})
    if RotaDuty.objects.filter(deputy=deputy, day__gte=today()).exclude(station=station).exists():
        raise NotNow(_("%(name)s在别处还有没到的值班，请先调班或撤回。") % {"name": deputy.name})
    before, deputy.station = deputy.station_id, station
    deputy.save(update_fields=["station"])
    data = {"deputy": deputy.pk, "level": deputy.level, "before": before, "after": station.pk}
    Station.objects.select_for_update(of=("self",)).get(pk=station.pk)
    for chain in (deputy_chain(deputy), station_chain(station)):
        ledger.append(chain=chain, at=now(), author=actor.author, action="assign_to_station", data=data)
    show_to_bodies(list(ContactLink.objects.filter(Q(deputy=deputy) | Q(contacted=deputy), until__isnull=True)))
    return deputy


def show_to_bodies(links: Sequence[ContactLink]) -> None:
    """Let the bodies of both deputies' stations and of their townships go on seeing these links (see Holding)."""
    Holding.objects.bulk_create(
        [Holding(organisation_id=body, matter_id=link.pk, since=now()) for link in links for body in _concerned(link)],
        ignore_conflicts=True,
    )


def _concerned(link: ContactLink) -> set[int]:
    sides = [deputy for deputy in (link.deputy, link.contacted) if deputy is not None]
    stations = {body.pk for deputy in sides if (body := body_of(deputy)) is not None}
    township = Organisation.objects.filter(
        kind=OrganisationKind.PRESIDIUM, region=link.region_id, place=link.deputy.place_id[:TOWNSHIP]
    )
    return stations | set(township.values_list("pk", flat=True))


def body_of(deputy: Deputy) -> Organisation | None:
    """The body of the deputy's station, else of the deputy's post."""
    if deputy.station is not None:
        return deputy.station.organisation
    post = posts_held().filter(person_id=deputy.person_id).first() if deputy.person_id else None
    return post.organisation if post else None
