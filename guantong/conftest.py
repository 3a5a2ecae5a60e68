"""The named cast of the tests: two counties, their people, one station, one stall and their codes.

Everything is made by the services, under invented names. County A is 乐业县, county B 田林县.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.accounts.services import appoint, register_person
from guantong.audit.guard import lift_guard
from guantong.base.now import acting_at, now
from guantong.base.satisfaction import Satisfaction
from guantong.deadlines import calendar
from guantong.deputies.models import Deputy, Station
from guantong.deputies.roster import open_station, register_deputy
from guantong.opinions import codebook
from guantong.opinions import services as opinions
from guantong.opinions.models import IntakeCode, Opinion, Outcome
from guantong.opinions.services import Spoken
from guantong.regions import rulebook
from guantong.regions.loading import load_regions
from guantong.regions.models import Organisation, OrganisationKind, Region
from guantong.regions.services import register_organisation

COUNTY_A, COUNTY_B, CITY = "451028", "451029", "451000"
LUOXI, MINZHI, TONGLE, LELI = "451028203", "451028203205", "451028100", "451029100"
CAST_CODES = (COUNTY_A, COUNTY_B, LUOXI, MINZHI, TONGLE, LELI)
PASSWORD = "guantong-2025"
SINCE = date(2024, 1, 1)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The regions of the cast are loaded once, before the first test's transaction begins.

    Tests with real transactions empty the tables behind them, the ledger's too.
    """
    with django_db_blocker.unblock():
        if "test" not in connection.settings_dict["NAME"]:
            pytest.exit(f"没有建立测试数据库，停在 {connection.settings_dict['NAME']} 之前：给测试加上 django_db 标记")
        lift_guard()
        load_regions(only=CAST_CODES)


@pytest.fixture(autouse=True)
def _nothing_remembered(settings: Any) -> Iterator[None]:
    """No test sees settings or workdays that another one adopted; passwords are hashed fast."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    rulebook.forget()
    codebook.forget()
    calendar.forget()
    yield
    rulebook.forget()
    calendar.forget()


@pytest.fixture
def regions(db: None) -> dict[str, Region]:
    """The cast's regions by code; loaded anew where a test with real transactions has emptied the database."""
    if not Region.objects.filter(pk=LELI).exists():
        load_regions(only=CAST_CODES)
    return Region.objects.in_bulk()


@pytest.fixture
def county_a(regions: dict[str, Region]) -> Region:
    return regions[COUNTY_A]


@pytest.fixture
def county_b(regions: dict[str, Region]) -> Region:
    return regions[COUNTY_B]


@pytest.fixture
def city(regions: dict[str, Region]) -> Region:
    return regions[CITY]


@pytest.fixture
def village_a(regions: dict[str, Region]) -> Region:
    """民治村."""
    return regions[MINZHI]


@pytest.fixture
def body(regions: dict[str, Region]) -> Callable[..., Organisation]:
    """`body("shuili")`: the organisation of a county (A unless told) under this code."""

    def find(code: str, county: str = COUNTY_A) -> Organisation:
        return Organisation.objects.get(region_id=county, code=code)

    return find


@pytest.fixture
def password() -> str:
    """The password of everybody in the cast."""
    return PASSWORD


@pytest.fixture
def hire(regions: dict[str, Region]) -> Callable[..., Actor]:
    """`hire(username, name, role, organisation)`: a new person in a post, as an actor."""

    def make(username: str, name: str, role: Role, organisation: Organisation) -> Actor:
        person = register_person(username=username, name=name, password=PASSWORD, actor=SYSTEM_ACTOR)
        post = appoint(person=person, role=role, organisation=organisation, since=SINCE, actor=SYSTEM_ACTOR)
        return Actor.of(post)

    return make


@pytest.fixture
def director_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("director-a", "韦启明", Role.DIRECTOR, body("standing_committee"))


@pytest.fixture
def clerk_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("clerk-a", "黄素云", Role.CLERK, body("deputy_affairs"))


@pytest.fixture
def second_clerk_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """Closes what clerk_a answered or proposed."""
    return hire("second-clerk-a", "陆永安", Role.CLERK, body("deputy_affairs"))


@pytest.fixture
def clerk_b(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("clerk-b", "岑晓春", Role.CLERK, body("deputy_affairs", COUNTY_B))


@pytest.fixture
def presidium_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("presidium-a", "罗志平", Role.PRESIDIUM, body(f"presidium-{LUOXI}"))


@pytest.fixture
def department_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the water department of county A."""
    return hire("shuili-a", "农建业", Role.DEPARTMENT, body("shuili"))


@pytest.fixture
def department_b(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the water department of county B."""
    return hire("shuili-b", "班文清", Role.DEPARTMENT, body("shuili", COUNTY_B))


@pytest.fixture
def township_a(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the government of 逻西乡."""
    return hire("luoxi-a", "杨秀兰", Role.DEPARTMENT, body(f"xiangzhen-{LUOXI}"))


@pytest.fixture
def city_clerk(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("city-clerk", "梁若谷", Role.CITY, body("deputy_affairs", CITY))


@pytest.fixture
def auditor(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("auditor", "覃守正", Role.AUDITOR, body("office"))


@pytest.fixture
def security_officer(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("security", "莫如山", Role.SECURITY, body("office"))


@pytest.fixture
def sysadmin(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    return hire("sysadmin", "蓝天佑", Role.SYSADMIN, body("office"))


@pytest.fixture
def station_a(regions: dict[str, Region]) -> Station:
    """The station of 民治村 in county A."""
    return open_station(
        code="minzhi",
        name="民治村代表联络站",
        region=regions[COUNTY_A],
        place=regions[MINZHI],
        mode="联络站+乡村振兴",
        actor=SYSTEM_ACTOR,
    )


@pytest.fixture
def stall_a(regions: dict[str, Region]) -> Station:
    """The market-day stall of 逻西乡 in county A."""
    return open_station(
        code="luoxi-stall",
        name="逻西乡代表摊位",
        region=regions[COUNTY_A],
        place=regions[LUOXI],
        kind=Station.Kind.STALL,
        market_days="2,5,8",
        actor=SYSTEM_ACTOR,
    )


@pytest.fixture
def keeper_a(hire: Callable[..., Actor], station_a: Station) -> Actor:
    return hire("keeper-a", "王桂芝", Role.KEEPER, station_a.organisation)


@pytest.fixture
def deputy_a(hire: Callable[..., Actor], station_a: Station) -> Actor:
    """A deputy of station_a; their row is `deputy_row_a`."""
    actor = hire("deputy-a", "李春生", Role.DEPUTY, station_a.organisation)
    register_deputy(
        name=actor.name,
        level="county",
        region=station_a.region,
        place=station_a.place,
        station=station_a,
        person=Person.objects.get(pk=actor.person_id),
        actor=SYSTEM_ACTOR,
    )
    return actor


@pytest.fixture
def deputy_row_a(deputy_a: Actor) -> Deputy:
    return Deputy.objects.get(person_id=deputy_a.person_id)


@pytest.fixture
def enterprise_a(regions: dict[str, Region]) -> Organisation:
    return register_organisation(
        code="enterprise-xinmu",
        name="新木茶业有限公司",
        kind=OrganisationKind.ENTERPRISE,
        region=regions[COUNTY_A],
        place=regions[TONGLE],
    )


@pytest.fixture
def code_a(station_a: Station, clerk_a: Actor) -> IntakeCode:
    return opinions.make_code(owner=station_a, actor=clerk_a)


@pytest.fixture
def stall_code_a(stall_a: Station, clerk_a: Actor) -> IntakeCode:
    return opinions.make_code(owner=stall_a, actor=clerk_a)


@pytest.fixture
def deputy_code_a(deputy_row_a: Deputy, clerk_a: Actor) -> IntakeCode:
    return opinions.make_code(owner=deputy_row_a, actor=clerk_a)


@pytest.fixture
def enterprise_code_a(enterprise_a: Organisation, clerk_a: Actor) -> IntakeCode:
    return opinions.make_code(owner=enterprise_a, actor=clerk_a)


@pytest.fixture
def code_b(regions: dict[str, Region], clerk_b: Actor) -> IntakeCode:
    """The code of a station in county B."""
    station = open_station(
        code="leli", name="乐里镇代表联络站", region=regions[COUNTY_B], place=regions[LELI], actor=SYSTEM_ACTOR
    )
    return opinions.make_code(owner=station, actor=clerk_b)


@pytest.fixture
def spoken() -> Callable[..., Spoken]:
    """`spoken(body=…)`: a form as somebody filled it in."""

    def make(body: str = "民治村三组的水渠塌了十来米，春耕放不了水。", **more: Any) -> Spoken:
        return Spoken(client_id=more.pop("client_id", None) or uuid4(), body=body, **more)

    return make


@pytest.fixture
def opinion_a(code_a: IntakeCode, spoken: Callable[..., Spoken]) -> Opinion:
    """An opinion that a citizen sent through the station's code; nobody has touched it."""
    return opinions.submit_opinion(code=code_a, spoken=spoken(where="民治村三组"))


@pytest.fixture
def opinion_b(code_b: IntakeCode, spoken: Callable[..., Spoken]) -> Opinion:
    """An opinion of county B, which nobody of county A may see."""
    return opinions.submit_opinion(code=code_b, spoken=spoken("乐里镇农贸市场门口路灯不亮。"))


@pytest.fixture
def walk(clerk_a: Actor, second_clerk_a: Actor, department_a: Actor) -> Callable[..., Opinion]:
    """`walk(opinion, to="answered", outcome=Outcome.RESOLVED)`: lead an opinion of county A to a state.

    The states on the way are accepted, assigned (to the water department), answered, closing, closed;
    `to="confirmed"` lets the person who asked confirm what was closed.
    """

    def steps(opinion: Opinion, outcome: Outcome) -> Iterator[tuple[str, Callable[[Opinion], Opinion]]]:
        water = Organisation.objects.get(pk=department_a.organisation_id)
        yield "accepted", lambda o: opinions.accept_opinion(opinion=o, actor=clerk_a)
        yield "assigned", lambda o: opinions.assign_opinion(opinion=o, holder=water, actor=clerk_a)
        yield (
            "answered",
            lambda o: opinions.answer_opinion(
                opinion=o, answer="已派人修好，请查看。", outcome=outcome, actor=department_a
            ),
        )
        yield "closing", lambda o: opinions.propose_close(opinion=o, actor=department_a)
        yield "closed", lambda o: opinions.close_opinion(opinion=o, actor=second_clerk_a)
        yield (
            "confirmed",
            lambda o: opinions.confirm_opinion(
                opinion=o, rated_process=Satisfaction.SATISFIED, rated_result=Satisfaction.FAIR
            ),
        )

    def lead(opinion: Opinion, to: str = "answered", *, outcome: Outcome = Outcome.RESOLVED) -> Opinion:
        path = list(steps(opinion, outcome))
        names = [name for name, _ in path]
        begin = names.index(opinion.state) + 1 if opinion.state in names else 0
        for name, step in path[begin:]:
            opinion = step(opinion)
            if name == to:
                return opinion
        raise AssertionError(f"{opinion.state} does not lead to {to}")

    return lead


@pytest.fixture
def later() -> Callable[..., Any]:
    """`with later(days=3): …` — acting that much after now."""
    return lambda **span: acting_at(now() + timedelta(**span))


@pytest.fixture
def sign_in() -> Callable[[Client, Actor], Client]:
    """`sign_in(client, clerk_a)`: the client's session is that person's."""

    def enter(client: Client, actor: Actor) -> Client:
        person = Person.objects.get(pk=actor.person_id)
        client.force_login(person, backend="guantong.accounts.backends.PersonBackend")
        return client

    return enter
