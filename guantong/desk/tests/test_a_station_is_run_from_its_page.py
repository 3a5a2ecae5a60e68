"""The page of a station: its deputies, its rota, swaps, printed sheets, market days; and the rooms of the county."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.base.now import today
from guantong.deputies import services
from guantong.deputies.models import Booking, Deputy, Room, RotaDuty, RotaSwap, Station
from guantong.deputies.roster import register_deputy

pytestmark = pytest.mark.django_db
NEXT_MONTH = (today().replace(day=1) + timedelta(days=31)).replace(day=1)


@pytest.fixture
def second_deputy(station_a: Station) -> Deputy:
    return register_deputy(
        name="王小梅", level="national", region=station_a.region, place=station_a.place, station=station_a,
        actor=SYSTEM_ACTOR,
    )  # fmt: skip


@pytest.fixture
def duties(station_a: Station, deputy_row_a: Deputy, second_deputy: Deputy, keeper_a: Actor) -> list[RotaDuty]:
    """Every Saturday of next month, the first that of 李春生."""
    return services.make_rota(
        station=station_a, month=NEXT_MONTH, deputies=[deputy_row_a, second_deputy], weekdays=(5,), actor=keeper_a
    )


def _page(client: Client, name: str, *args: Any, query: str = "") -> str:
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_leads_to_the_page(client: Client, sign_in: Any, clerk_a: Actor, station_a: Station) -> None:
    address = reverse("desk:station", args=[station_a.pk])
    assert address in _page(sign_in(client, clerk_a), "desk:stations")


def test_everything_known_stands_on_the_page(
    client: Client, sign_in: Any, clerk_a: Actor, station_a: Station, duties: list[RotaDuty], code_a: Any
) -> None:
    shown = _page(sign_in(client, clerk_a), "desk:station", station_a.pk)
    for words in ("联络站+乡村振兴", "一般站", "有固定场所", "全国", "王小梅", code_a.token, str(duties[0].day)):
        assert words in shown


@pytest.mark.parametrize("who", ["deputy_a", "city_clerk", "presidium_a"])
def test_it_opens_to_whoever_opens_the_list(
    client: Client, sign_in: Any, request: pytest.FixtureRequest, station_a: Station, duties: Any, who: str
) -> None:
    sign_in(client, request.getfixturevalue(who))
    assert _page(client, "desk:station", station_a.pk)
    assert _page(client, "desk:rota-sheet", station_a.pk)


def test_another_countys_station_is_no_page(
    client: Client, sign_in: Any, clerk_b: Actor, station_a: Station, duties: list[RotaDuty]
) -> None:
    sign_in(client, clerk_b)
    for name, key in (
        ("desk:station", station_a.pk), ("desk:make-rota", station_a.pk), ("desk:swap-duty", duties[0].pk),
        ("desk:rota-sheet", station_a.pk), ("desk:assign-deputy", station_a.pk),
    ):  # fmt: skip
        assert client.get(reverse(name, args=[key])).status_code == 404


def test_a_rota_is_made_and_what_is_wrong_is_said(
    client: Client, sign_in: Any, keeper_a: Actor, station_a: Station, deputy_row_a: Deputy, second_deputy: Deputy
) -> None:
    address = reverse("desk:make-rota", args=[station_a.pk])
    form = {"month": NEXT_MONTH.strftime("%Y-%m"), "parts": ["day"], "deputies": [deputy_row_a.pk, second_deputy.pk]}
    refused = sign_in(client, keeper_a).post(address, form)
    assert refused.status_code == 422
    assert "请选择星期几值班" in refused.content.decode()
    assert client.post(address, {**form, "weekdays": ["5"]})["Location"] == reverse("desk:station", args=[station_a.pk])
    assert {duty.day.weekday() for duty in RotaDuty.objects.all()} == {5}
    assert client.post(address, {**form, "weekdays": ["5"]}).status_code == 422
    clear = reverse("desk:clear-rota", args=[station_a.pk])
    assert client.post(clear, {"month": form["month"], "reason": "换届"}).status_code == 302
    assert not RotaDuty.objects.exists()


def test_a_swap_is_asked_for_and_decided(
    client: Client, sign_in: Any, keeper_a: Actor, clerk_a: Actor, station_a: Station, duties: list[RotaDuty]
) -> None:
    address = reverse("desk:swap-duty", args=[duties[0].pk])
    assert sign_in(client, keeper_a).post(address, {"other": duties[1].pk, "why": ""}).status_code == 422
    assert client.post(address, {"other": duties[1].pk, "why": "当天外出"}).status_code == 302
    assert "当天外出" in _page(client, "desk:station", station_a.pk)
    swap = RotaSwap.objects.get()
    client.post(reverse("desk:decide-swap", args=[swap.pk]), {"answer": "accept"})
    assert RotaSwap.objects.get().accepted is None
    sign_in(client, clerk_a).post(reverse("desk:decide-swap", args=[swap.pk]), {"answer": "accept"})
    assert RotaDuty.objects.get(pk=duties[0].pk).deputy == duties[1].deputy


def test_a_duty_opens_its_activity(
    client: Client, sign_in: Any, keeper_a: Actor, station_a: Station, duties: list[RotaDuty]
) -> None:
    address = reverse("desk:open-duty", args=[duties[0].pk])
    first, again = (sign_in(client, keeper_a).post(address)["Location"] for _ in range(2))
    assert first == again
    assert client.get(first).status_code == 200
    assert first in _page(client, "desk:station", station_a.pk)


def test_the_sheets_name_who_comes_when(
    client: Client, sign_in: Any, keeper_a: Actor, station_a: Station, duties: list[RotaDuty], code_a: Any
) -> None:
    month = NEXT_MONTH.strftime("%Y-%m")
    rota = _page(sign_in(client, keeper_a), "desk:rota-sheet", station_a.pk, query=f"?month={month}")
    notice = _page(client, "desk:rota-sheet", station_a.pk, query=f"?month={month}&as=notice")
    for duty in duties:
        assert str(duty.day) in rota
        assert str(duty.day) in notice
    assert "签到" in rota
    assert "签到" not in notice
    assert "欢迎前来反映" in notice
    assert "<svg" in notice
    assert "还没有排班" in _page(client, "desk:rota-sheet", station_a.pk, query="?month=nonsense")


def test_market_days_are_set_and_deputies_assigned(
    client: Client, sign_in: Any, clerk_a: Actor, stall_a: Station, second_deputy: Deputy
) -> None:
    days = reverse("desk:station-market-days", args=[stall_a.pk])
    refused = sign_in(client, clerk_a).post(days, {"market_days": "逢三六九"})
    assert refused.status_code == 422
    assert "圩日写法不对" in refused.content.decode()
    assert client.post(days, {"market_days": "every:5@2025-01-02"}).status_code == 302
    assert "每5天一圩" in _page(client, "desk:station", stall_a.pk)
    client.post(reverse("desk:assign-deputy", args=[stall_a.pk]), {"deputy": second_deputy.pk})
    assert Deputy.objects.get(pk=second_deputy.pk).station == stall_a


def test_a_room_is_entered_booked_and_given_up(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_a: Actor, station_a: Station
) -> None:
    form = {"centre": "乐业县人大代表活动中心", "name": "会议室", "capacity": "60"}
    assert sign_in(client, clerk_a).post(reverse("desk:open-room"), {**form, "centre": ""}).status_code == 422
    assert client.post(reverse("desk:open-room"), form).status_code == 302
    book = reverse("desk:book-room", args=[Room.objects.get().pk])
    wish = {"day": today() + timedelta(days=2), "first": "1morning", "last": "2afternoon", "purpose": "小组活动"}
    assert sign_in(client, deputy_a).post(book, wish).status_code == 302
    assert "小组活动" in _page(client, "desk:rooms")
    taken = client.post(book, {**wish, "first": "2afternoon"})
    assert taken.status_code == 422
    assert "李春生" in taken.content.decode()
    cancel = reverse("desk:cancel-booking", args=[Booking.objects.get().pk])
    assert client.post(cancel).status_code == 302
    assert "小组活动" not in _page(client, "desk:rooms")
    assert client.post(cancel).status_code == 404


def test_a_keeper_enters_a_room_of_their_station(
    client: Client, sign_in: Any, keeper_a: Actor, station_a: Station
) -> None:
    form = {"station": station_a.pk, "name": "接待室", "capacity": "12"}
    assert sign_in(client, keeper_a).post(reverse("desk:open-room"), form).status_code == 302
    assert Room.objects.get().station == station_a
