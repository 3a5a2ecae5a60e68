"""One county of the demo city: its people, stations, stalls, codes and enterprises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Post, Role
from guantong.accounts.services import appoint, register_person
from guantong.base.now import today
from guantong.demo.accounts import ACCOUNTS, Account
from guantong.demo.words import Deck, Told, data, person_name
from guantong.deputies.models import Activity, Deputy, Station
from guantong.deputies.roster import open_station, register_deputy
from guantong.opinions.models import IntakeCode, Opinion, Source
from guantong.opinions.services import make_code
from guantong.regions.loading import table
from guantong.regions.models import Organisation, OrganisationKind, Region
from guantong.regions.services import register_organisation

SIGNED_IN = 8
"""Stations of a county whose first deputy has an account."""

MEMBERS, VOTING_MEMBERS = 6, {"451028": 15}
"""Deputies of a county who sit on its standing committee; where it votes, as many as it must have (地方组织法 47)."""

LEVELS = ("township", "township", "county", "county", "city")
ROLES = {OrganisationKind.STATION: Role.KEEPER, OrganisationKind.PRESIDIUM: Role.PRESIDIUM}
"""The role of whoever answers for a body; for every other kind, that of a department's officer."""


@dataclass
class County:
    """Everything in a county that the courses of events reach for.

    `heard` is what was said so far; `manned` are the stalls (by the station's key) and market days on which
    deputies are to be there, `markets` the activities that were planned for them.
    """

    region: Region
    rng: Random
    deck: Deck
    clerks: list[Actor] = field(default_factory=list)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    stations: list[Station] = field(default_factory=list)
    stalls: list[Station] = field(default_factory=list)
    deputies: list[Deputy] = field(default_factory=list)
    codes: dict[str, list[IntakeCode]] = field(default_factory=dict)
    heard: list[tuple[Opinion, Told]] = field(default_factory=list)
    manned: set[tuple[int, date]] = field(default_factory=set)
    markets: dict[tuple[int, date], Activity] = field(default_factory=dict)
    _officers: dict[int, Actor] = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.region.code

    def officer(self, body: Organisation) -> Actor:
        """Whoever answers for a body; somebody is appointed when nobody was yet."""
        if body.pk not in self._officers:
            role = ROLES.get(OrganisationKind(body.kind), Role.DEPARTMENT)
            self._officers[body.pk] = holder_of(body, role) or hire(
                f"{self.region.slug}-{body.code}", person_name(self.rng), role, body, password=None
            )
        return self._officers[body.pk]

    def deputy_actor(self, deputy: Deputy) -> Actor:
        """A deputy with an account, acting in their post."""
        posts = Post.objects.select_related("person", "organisation").filter(role=Role.DEPUTY)
        return Actor.of(posts.get(person=deputy.person))

    def body_for(self, department: str, code: IntakeCode) -> Organisation:
        """The body that a topic's department means for what came through this code."""
        if department == "station":
            return (code.station or self.stations[0]).organisation
        if department == "xiangzhen":
            return self.bodies[f"xiangzhen-{code.place_id[:9]}"]
        return self.bodies[department]

    def another_body(self, than: Organisation, rng: Random) -> Organisation:
        """A department that somebody might take for the right one."""
        departments = [b for b in self.bodies.values() if b.kind == OrganisationKind.DEPARTMENT and b.pk != than.pk]
        return rng.choice(departments)


def hire(username: str, name: str, role: Role, body: Organisation, *, password: str | None) -> Actor:
    """A new person in a post."""
    person = register_person(username=username, name=name, password=password, actor=SYSTEM_ACTOR)
    post = appoint(person=person, role=role, organisation=body, since=today(), actor=SYSTEM_ACTOR)
    return Actor.of(post)


def holder_of(body: Organisation, role: Role) -> Actor | None:
    """The person who holds this role in a body already."""
    post = Post.objects.select_related("person", "organisation").filter(organisation=body, role=role).first()
    return Actor.of(post) if post else None


def director_of(county: County) -> Actor:
    """The chair of the county's standing committee; somebody is appointed when nobody was yet."""
    body = county.bodies["standing_committee"]
    return holder_of(body, Role.DIRECTOR) or hire(
        f"{county.region.slug}-director", person_name(county.rng), Role.DIRECTOR, body, password=None
    )


def hire_account(account: Account) -> Actor:
    """Make one of the demo's printed accounts."""
    body = Organisation.objects.get(region_id=account.county, code=account.body)
    return hire(account.username, account.name, account.role, body, password=account.password)


def settle_county(region: Region, enterprises: Sequence[str]) -> County:
    """Open a county's stations and stalls, appoint its people, and print its codes."""
    rng = Random(f"2025 {region.code}")  # noqa: S311  a repeatable story, not a secret
    county = County(region, rng, Deck(rng))
    _open_stations(county)
    county.bodies = {body.code: body for body in Organisation.objects.filter(region=region)}
    _appoint(county)
    _register_deputies(county)
    _make_codes(county, enterprises)
    return county


def _open_stations(county: County) -> None:
    places = Region.objects.in_bulk()
    for row in (*table("stations.csv"), *table("stations_special.csv")):
        if row["county"] != county.code:
            continue
        place = places[row["place"]]
        county.stations.append(_open(county, row, place, row["name"], row["code"], Station.Kind.STATION))
        if row["market_days"]:
            name = f"{place.name}代表摊位"
            county.stalls.append(_open(county, row, place, name, f"{row['code']}-stall", Station.Kind.STALL))


def _open(county: County, row: dict[str, str], place: Region, name: str, code: str, kind: Station.Kind) -> Station:
    stall = kind == Station.Kind.STALL
    return open_station(
        code=code,
        name=name,
        region=county.region,
        place=place,
        kind=kind,
        mode="" if stall else row["mode"],
        market_days=row["market_days"] if stall else "",
        actor=SYSTEM_ACTOR,
    )


def _appoint(county: County) -> None:
    """The county's printed accounts, and so many further clerks that there are two."""
    own = [account for account in ACCOUNTS if account.county == county.code]
    hired = {account.username: hire_account(account) for account in own}
    county.clerks = [hired[account.username] for account in own if account.role == Role.CLERK]
    for number in range(len(county.clerks) + 1, 3):
        body = county.bodies["deputy_affairs"]
        username = f"{county.region.slug}-clerk-{number}"
        county.clerks.append(hire(username, person_name(county.rng), Role.CLERK, body, password=None))


def _register_deputies(county: County) -> None:
    for account in ACCOUNTS:
        if account.county == county.code and account.role == Role.DEPUTY:
            station = next(s for s in county.stations if s.organisation.code == account.body)
            person = Person.objects.get(username=account.username)
            _register(county, station, account.name, "county", person)
    for place, station in enumerate(county.stations):
        for number in range(3):
            name = person_name(county.rng)
            signs_in = number == 0 and place < SIGNED_IN
            _register(
                county,
                station,
                name,
                "county" if signs_in else county.rng.choice(LEVELS),
                _account(county, station, name) if signs_in else None,
            )


def _account(county: County, station: Station, name: str) -> Person:
    """An account for a deputy who leads suggestions; the demo prints no password for it."""
    username = f"{county.region.slug}-deputy-{station.organisation.code.removeprefix('station-')}"
    hire(username, name, Role.DEPUTY, station.organisation, password=None)
    return Person.objects.get(username=username)


def _register(county: County, station: Station, name: str, level: str, person: Person | None = None) -> None:
    county.deputies.append(
        register_deputy(
            name=name,
            level=level,
            region=county.region,
            place=station.place,
            station=station,
            person=person,
            member=level == "county"
            and sum(d.member for d in county.deputies) < VOTING_MEMBERS.get(county.code, MEMBERS),
            actor=county.clerks[0],
        )
    )


def _make_codes(county: County, enterprises: Sequence[str]) -> None:
    clerk = county.clerks[0]
    seat = Region.objects.filter(parent=county.region).order_by("code")[0]
    firms = [
        register_organisation(
            code=f"enterprise-{number}",
            name=f"{county.region.short_name}{name}有限公司",
            kind=OrganisationKind.ENTERPRISE,
            region=county.region,
            place=seat,
        )
        for number, name in enumerate(enterprises, 1)
    ]
    owners: dict[str, Sequence[Station | Deputy | Organisation]] = {
        Source.STATION: county.stations,
        Source.STALL: county.stalls,
        Source.DEPUTY: county.deputies[:4],
        Source.ENTERPRISE: firms,
    }
    county.codes = {source: [make_code(owner=o, actor=clerk) for o in those] for source, those in owners.items()}


def enterprise_names(number: int) -> Sequence[str]:
    """Two invented firms for the county of this number."""
    names = data("names")["enterprises"]
    return [str(name) for name in names[2 * number : 2 * number + 2]]
