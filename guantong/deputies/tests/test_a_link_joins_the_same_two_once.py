"""A lasting link: who makes it with whom, that no pair has two, that it ends with a reason, and who sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.now import today
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.contact_lists import links_for
from guantong.deputies.models import ContactLink, Deputy, Station
from guantong.deputies.roster import assign_to_station, open_station, register_deputy
from guantong.matters.selectors import visible, worklist
from guantong.regions.models import Region

pytestmark = pytest.mark.django_db
Make = Callable[..., ContactLink]


def test_a_member_keeps_contact_with_a_deputy_and_a_deputy_with_the_people(
    link: Make, member: Deputy, deputy_row_a: Deputy
) -> None:
    with_deputy = link(deputy=member, target="deputy", contacted=deputy_row_a, called="")
    with_household = link(target="household", called="三组第5户")
    assert (with_deputy.title, with_deputy.place) == ("韦素珍联系李春生", deputy_row_a.place)
    assert (with_household.title, with_household.with_whom) == ("李春生联系三组第5户", "三组第5户")
    assert list(faults()) == []


def test_a_link_waits_for_nobody(link: Make, clerk_a: Actor, keeper_a: Actor) -> None:
    made = link()
    assert made.state == "linked"
    for actor in (clerk_a, keeper_a):
        assert not worklist(actor).filter(pk=made.pk).exists()


def test_the_same_two_are_linked_once_until_it_ends(link: Make, clerk_a: Actor) -> None:
    first = link()
    with pytest.raises(BadInput) as no:
        link()
    assert list(no.value.fields) == ["called"]
    services.end_link(link=first, until=today(), ended_because="企业迁走", actor=clerk_a)
    assert link().pk != first.pk


def test_the_database_refuses_a_second_open_link_of_a_pair(link: Make, member: Deputy, deputy_row_a: Deputy) -> None:
    others = [link(), link(called="另一家公司")]
    deputies = [
        link(deputy=member, target="deputy", contacted=deputy_row_a, called=""),
        link(target="household", called="三组第5户"),
    ]
    wrong: list[tuple[ContactLink, dict[str, Any]]] = [
        (others[1], {"called": others[0].called}),
        (deputies[1], {"deputy": member, "target": "deputy", "contacted": deputy_row_a, "called": ""}),
        (others[0], {"called": ""}),
        (others[0], {"contacted": member}),
        (deputies[0], {"called": "三组第6户"}),
        (deputies[0], {"contacted": member}),
        (others[0], {"until": date(2024, 12, 31), "ended_because": "写错"}),
        (others[0], {"until": today()}),
        (others[0], {"ended_because": "没有结束却有原因"}),
    ]
    for row, change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactLink.objects.filter(pk=row.pk).update(**change)


def test_a_form_sent_twice_makes_one_link(link: Make) -> None:
    key = uuid4()
    assert link(client_id=key) == link(client_id=key)
    assert ContactLink.objects.count() == 1
    with pytest.raises(Conflict):
        link(client_id=key, called="另一家公司")


def test_what_cannot_be_linked_is_said_beside_its_field(
    link: Make, member: Deputy, deputy_row_a: Deputy, enter: Callable[..., Deputy], county_b: Region
) -> None:
    elsewhere = register_deputy(name="岑大山", level="county", region=county_b, place=county_b, actor=SYSTEM_ACTOR)
    gone = enter("覃老田", active=False)
    cases: list[tuple[str, dict[str, Any]]] = [
        ("since", {"since": today() + timedelta(days=1)}),
        ("called", {"called": "  "}),
        ("called", {"called": "村民韦大明"}),
        ("called", {"called": "三组13800138000"}),
        ("deputy", {"deputy": gone}),
        ("deputy", {"target": "deputy", "contacted": member, "called": ""}),
        ("contacted", {"deputy": member, "target": "deputy", "called": ""}),
        ("contacted", {"deputy": member, "target": "deputy", "contacted": member, "called": ""}),
        ("contacted", {"deputy": member, "target": "deputy", "contacted": elsewhere, "called": ""}),
        ("contacted", {"deputy": member, "target": "deputy", "contacted": gone, "called": ""}),
        ("target", {"target": "villager"}),
    ]
    for field, given in cases:
        with pytest.raises(BadInput) as no:
            link(**given)
        assert list(no.value.fields) == [field], given
    assert not ContactLink.objects.exists()


def test_who_may_make_a_link(
    link: Make,
    member: Deputy,
    deputy_row_a: Deputy,
    deputy_a: Actor,
    keeper_a: Actor,
    presidium_a: Actor,
    clerk_b: Actor,
    department_a: Actor,
) -> None:
    for number, actor in enumerate((deputy_a, keeper_a, presidium_a)):
        assert link(target="household", called=f"三组第{number}户", actor=actor)
        with pytest.raises(NotAllowed):
            link(deputy=member, target="deputy", contacted=deputy_row_a, called="", actor=actor)
        with pytest.raises(NotAllowed):
            link(deputy=member, target="household", called="县城第1户", actor=actor)
    for actor in (clerk_b, department_a):
        with pytest.raises(NotAllowed):
            link(actor=actor)


def test_an_ended_link_keeps_its_reason_in_the_ledger(link: Make, clerk_a: Actor) -> None:
    made = link()
    for day in (date(2024, 12, 31), today() + timedelta(days=1)):
        with pytest.raises(BadInput):
            services.end_link(link=made, until=day, ended_because="迁走", actor=clerk_a)
    with pytest.raises(BadInput):
        services.end_link(link=made, until=today(), ended_because=" ", actor=clerk_a)
    ended = services.end_link(link=made, until=today(), ended_because="企业迁走", actor=clerk_a)
    assert (ended.state, ended.until, ended.ended_because) == ("ended", today(), "企业迁走")
    with pytest.raises(NotNow):
        services.end_link(link=made, until=today(), ended_because="再来一次", actor=clerk_a)
    assert list(Entry.objects.filter(chain=made.pk).order_by("seq").values_list("action", flat=True)) == [
        "make_link",
        "end_link",
    ]
    assert list(faults()) == []
    ContactLink.objects.filter(pk=made.pk).update(called="换了一家公司")
    assert [fault.what for fault in faults()] == ["内容与台账所记的摘要不符"]


def test_each_sees_their_own(
    link: Make,
    member: Deputy,
    deputy_row_a: Deputy,
    hire: Callable[..., Actor],
    station_a: Station,
    deputy_a: Actor,
    keeper_a: Actor,
    presidium_a: Actor,
    clerk_a: Actor,
    clerk_b: Actor,
    city_clerk: Actor,
    department_a: Actor,
) -> None:
    mei = hire("deputy-mei", "王小梅", Role.DEPUTY, station_a.organisation)
    row = register_deputy(
        name=mei.name, level="county", region=station_a.region, place=station_a.place, station=station_a,
        person=Person.objects.get(pk=mei.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    own, other = link(), link(deputy=row)
    above = link(deputy=member, target="deputy", contacted=deputy_row_a, called="")
    apart = link(deputy=member)
    seen = [
        (deputy_a, {own, above}),
        (mei, {other}),
        (keeper_a, {own, other}),
        (presidium_a, {own, other}),
        (clerk_a, {own, other, above, apart}),
        (city_clerk, {own, other, above, apart}),
        (clerk_b, set()),
        (department_a, set()),
    ]
    for actor, expected in seen:
        assert set(links_for(actor)) == expected, actor.name
        assert expected <= set(ContactLink.objects.filter(pk__in=visible(actor).values("pk"))), actor.name


def test_the_links_go_on_with_a_deputy_who_moves_to_another_station(
    link: Make, deputy_row_a: Deputy, hire: Callable[..., Actor], regions: dict[str, Region], clerk_a: Actor
) -> None:
    made = link()
    there = open_station(
        code="tongle", name="同乐镇代表联络站", region=regions["451028"], place=regions["451028100"],
        actor=SYSTEM_ACTOR,
    )  # fmt: skip
    keeper = hire("keeper-tongle", "黄秀英", Role.KEEPER, there.organisation)
    assert not visible(keeper).filter(pk=made.pk).exists()
    assign_to_station(deputy=deputy_row_a, station=there, actor=clerk_a)
    assert list(links_for(keeper)) == [made]
    assert visible(keeper).filter(pk=made.pk).exists()
