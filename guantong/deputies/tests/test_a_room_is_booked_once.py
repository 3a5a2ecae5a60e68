"""Rooms: a part of a day is booked once, also of two who book at the same moment; own bookings are given up."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from guantong.accounts.actors import Actor
from guantong.audit.verification import faults
from guantong.base.now import today
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow, Refusal
from guantong.deputies import services
from guantong.deputies.models import BookedPart, Booking, DayPart, Room, Station
from guantong.regions.models import Region

AM, PM, EVENING = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING


@pytest.fixture
def room_a(county_a: Region, clerk_a: Actor) -> Room:
    return services.open_room(
        region=county_a, centre="乐业县人大代表活动中心", name="会议室", capacity=60, actor=clerk_a
    )


def _book(room: Room, actor: Actor, first: str = AM, last: str = PM, **more: Any) -> Booking:
    return services.book_room(
        room=room, first=first, last=last, actor=actor,
        **{"day": today() + timedelta(days=3), "purpose": "代表小组活动", **more},
    )  # fmt: skip


def test_two_bookings_never_share_a_part_of_a_day(room_a: Room, clerk_a: Actor, keeper_a: Actor) -> None:
    _book(room_a, clerk_a)
    for first, last in ((AM, AM), (PM, EVENING), (AM, EVENING)):
        with pytest.raises(Conflict, match="黄素云"):
            _book(room_a, keeper_a, first, last)
    _book(room_a, keeper_a, EVENING, EVENING)
    assert (Booking.objects.count(), BookedPart.objects.count()) == (2, 3)
    assert list(faults()) == []


def test_the_database_itself_refuses_a_second(room_a: Room, clerk_a: Actor) -> None:
    booking = _book(room_a, clerk_a)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookedPart.objects.create(booking=booking, room=room_a, day=booking.day, part=PM)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_book_at_once_one_does(room_a: Room, clerk_a: Actor) -> None:
    start, refused = threading.Barrier(6), []

    def book() -> None:
        start.wait(10)
        try:
            _book(room_a, clerk_a)
        except Refusal as no:
            refused.append(no)
        finally:
            connection.close()

    threads = [threading.Thread(target=book) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (Booking.objects.count(), len(refused)) == (1, 5)
    assert all(isinstance(no, Conflict) for no in refused)


def test_a_booking_given_up_makes_room(room_a: Room, clerk_a: Actor, keeper_a: Actor, deputy_a: Actor) -> None:
    mine = _book(room_a, keeper_a)
    with pytest.raises(NotAllowed):
        services.cancel_booking(booking=mine, actor=deputy_a)
    services.cancel_booking(booking=mine, actor=keeper_a)
    with pytest.raises(NotNow):
        services.cancel_booking(booking=mine, actor=keeper_a)
    theirs = _book(room_a, deputy_a)
    assert services.cancel_booking(booking=theirs, actor=clerk_a).cancelled_at is not None


@pytest.mark.parametrize(
    ("given", "field"),
    [({"day": today() - timedelta(days=1)}, "day"), ({"day": today() + timedelta(days=400)}, "day"),
     ({"purpose": " "}, "purpose"), ({"first": PM, "last": AM}, "last"), ({"first": "x"}, "last")],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_field(room_a: Room, clerk_a: Actor, given: Any, field: str) -> None:
    with pytest.raises(BadInput) as no:
        _book(room_a, clerk_a, **given)
    assert list(no.value.fields) == [field]


def test_another_county_and_a_department_book_nothing(room_a: Room, clerk_b: Actor, department_a: Actor) -> None:
    for actor in (clerk_b, department_a):
        with pytest.raises(NotAllowed):
            _book(room_a, actor)


def test_a_keeper_enters_rooms_of_their_own_station_only(
    county_a: Region, station_a: Station, stall_a: Station, keeper_a: Actor
) -> None:
    assert services.open_room(region=county_a, station=station_a, name="接待室", capacity=12, actor=keeper_a).pk
    for more in ({"station": stall_a}, {"centre": "活动中心"}):
        with pytest.raises(NotAllowed):
            services.open_room(region=county_a, name="接待室", capacity=12, actor=keeper_a, **more)


def test_a_room_is_of_a_station_or_a_centre_and_named_once(
    county_a: Region, station_a: Station, room_a: Room, clerk_a: Actor
) -> None:
    cases: list[tuple[str, dict[str, Any]]] = [
        ("centre", {}),
        ("centre", {"station": station_a, "centre": "活动中心"}),
        ("name", {"centre": room_a.centre}),
        ("capacity", {"centre": "活动中心", "capacity": 0}),
    ]
    for field, given in cases:
        with pytest.raises(BadInput) as no:
            services.open_room(**{"region": county_a, "name": "会议室", "capacity": 60, "actor": clerk_a, **given})
        assert list(no.value.fields) == [field]
