"""My duties on the phone: the next one on the home page, a swap asked for, and one answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.base.now import today
from guantong.deputies import services
from guantong.deputies.models import Deputy, RotaDuty, RotaSwap, Station
from guantong.deputies.roster import register_deputy

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(hire: Any, station_a: Station) -> Actor:
    """A second deputy of the station, with an account."""
    actor = hire("deputy-mei", "王小梅", Role.DEPUTY, station_a.organisation)
    register_deputy(
        name=actor.name, level="county", region=station_a.region, place=station_a.place, station=station_a,
        person=Person.objects.get(pk=actor.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    return actor


@pytest.fixture
def duties(station_a: Station, deputy_row_a: Deputy, other: Actor, keeper_a: Actor) -> list[RotaDuty]:
    month = (today().replace(day=1) + timedelta(days=31)).replace(day=1)
    people = [deputy_row_a, Deputy.objects.get(person_id=other.person_id)]
    return services.make_rota(station=station_a, month=month, deputies=people, weekdays=(5,), actor=keeper_a)


def test_the_next_duty_stands_on_the_first_page(
    client: Client, sign_in: Any, deputy_a: Actor, duties: list[RotaDuty]
) -> None:
    home = sign_in(client, deputy_a).get(reverse("field:home")).content.decode()
    assert str(duties[0].day) in home
    own = client.get(reverse("field:duties")).content.decode()
    assert str(duties[2].day) in own
    assert str(duties[1].day) not in own


def test_two_deputies_swap_on_their_phones(
    client: Client, sign_in: Any, deputy_a: Actor, other: Actor, duties: list[RotaDuty]
) -> None:
    address = reverse("field:swap", args=[duties[0].pk])
    assert str(duties[1].day) in sign_in(client, deputy_a).get(address).content.decode()
    assert client.post(address, {"other": duties[1].pk, "why": ""}).status_code == 422
    assert client.post(address, {"other": duties[1].pk, "why": "当天外出"}).status_code == 302
    swap = RotaSwap.objects.get()
    answer = reverse("field:decide-swap", args=[swap.pk])
    assert "1件调班申请" in sign_in(client, other).get(reverse("field:home")).content.decode()
    assert client.post(answer, {"answer": "accept"}).status_code == 302
    assert RotaDuty.objects.get(pk=duties[0].pk).deputy.name == "王小梅"
    assert client.post(answer, {"answer": "accept"}).status_code == 404


def test_one_takes_back_what_one_asked_for(
    client: Client, sign_in: Any, deputy_a: Actor, duties: list[RotaDuty]
) -> None:
    sign_in(client, deputy_a)
    client.post(reverse("field:swap", args=[duties[0].pk]), {"other": duties[1].pk, "why": "当天外出"})
    client.post(reverse("field:decide-swap", args=[RotaSwap.objects.get().pk]), {"answer": "decline"})
    assert RotaSwap.objects.get().accepted is False


def test_nobody_swaps_anothers_duty(client: Client, sign_in: Any, deputy_a: Actor, duties: list[RotaDuty]) -> None:
    address = reverse("field:swap", args=[duties[1].pk])
    answer = sign_in(client, deputy_a).post(address, {"other": duties[0].pk, "why": "外出"})
    assert answer.status_code == 422
    assert not RotaSwap.objects.exists()


def test_the_keeper_sees_the_stations_duties(
    client: Client, sign_in: Any, keeper_a: Actor, duties: list[RotaDuty]
) -> None:
    shown = sign_in(client, keeper_a).get(reverse("field:duties")).content.decode()
    assert all(str(duty.day) in shown for duty in duties[:4])
