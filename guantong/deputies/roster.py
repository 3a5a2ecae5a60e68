"""Opening stations and stalls, and entering the deputies who keep them."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, SYSTEM, Actor
from guantong.accounts.models import Person
from guantong.audit import ledger
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.deputies.models import Deputy, Station
from guantong.regions.models import Organisation, OrganisationKind, Region
from guantong.regions.services import register_organisation


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

    Raises NotAllowed, and BadInput for a name or code that the county already uses.
    """
    _may_enter(actor, region)
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
) -> Deputy:
    """Enter a deputy to the congress of `level`. Raises NotAllowed."""
    _may_enter(actor, region)
    deputy = Deputy.objects.create(name=name, level=level, region=region, place=place, station=station, person=person)
    ledger.append(
        chain=deputy_chain(deputy), at=now(), author=actor.author, action="register_deputy", data={"level": level}
    )
    return deputy
