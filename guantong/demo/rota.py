"""Who is on duty at the stations and stalls this month and the next, one swap, and the centre with its bookings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from guantong.base.now import today
from guantong.demo.county import County
from guantong.demo.moments import at
from guantong.demo.timeline import Course
from guantong.deputies import services as deputies
from guantong.deputies.models import DayPart, Deputy, Room, RotaDuty, Station
from guantong.deputies.selectors import rota_candidates

BOOKED = (
    (3, DayPart.MORNING, DayPart.MORNING, "代表小组学习"),
    (3, DayPart.AFTERNOON, DayPart.EVENING, "代表面对面座谈"),
    (10, DayPart.MORNING, DayPart.AFTERNOON, "建议办理协商会"),
)
"""Bookings of the centre: in so many days, from a part of the day through another, and for what."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The rotas of a county to be made for the month of `built` and the next, late in the month before."""

    county: County
    built: date

    @property
    def month(self) -> date:
        return self.built.replace(day=1)

    @property
    def made_at(self) -> datetime:
        return at((self.month - timedelta(days=1)).replace(day=25), 10, 30)


def rota_course(turns: Turns) -> Course:
    """Two months are given out; the day after, two deputies agree on a swap."""
    county, clerk, month = turns.county, turns.county.clerks[0], turns.month
    for number, station in enumerate((*county.stations, *county.stalls)):
        stall = station.kind == Station.Kind.STALL
        for first in (month, (month + timedelta(days=31)).replace(day=1)):
            deputies.make_rota(
                station=station,
                month=first,
                deputies=_people(station),
                weekdays=() if stall else (number % 5,),
                actor=clerk,
            )
    yield turns.made_at + timedelta(days=1, hours=4)
    pair = _pair(county, month)
    if pair is None:
        return
    swap = deputies.propose_swap(
        duty=pair[0], other=pair[1], why="当天要到县里开会。", actor=county.deputy_actor(pair[0].deputy)
    )
    yield turns.made_at + timedelta(days=2)
    deputies.accept_swap(swap=swap, actor=clerk)


def _people(station: Station) -> list[Deputy]:
    near = rota_candidates(station)
    return list(near.filter(station=station) or near[:6])


def _pair(county: County, month: date) -> tuple[RotaDuty, RotaDuty] | None:
    """A duty of a deputy with an account, and another's at the same station that they can take instead."""
    rows = RotaDuty.objects.filter(station__in=county.stations, day__gte=month).select_related("deputy", "station")
    taken = set(RotaDuty.objects.values_list("deputy_id", "day"))
    pairs = (
        (duty, other)
        for duty in rows.filter(deputy__person__isnull=False)
        for other in rows.filter(station=duty.station).exclude(deputy=duty.deputy)
        if (duty.deputy_id, other.day) not in taken and (other.deputy_id, duty.day) not in taken
    )
    return next(pairs, None)


def centre_course(turns: Turns) -> Course:
    """The county's centre is entered with two rooms, and lately booked; one booking is given up."""
    county, (clerk, second) = turns.county, turns.county.clerks[:2]
    hall, reading = (_room(county, "会议室", 60), _room(county, "阅览室", 20))
    yield at(turns.built - timedelta(days=1), 16)
    for days, first, last, purpose in BOOKED:
        day = today() + timedelta(days=days)
        deputies.book_room(room=hall, day=day, first=first, last=last, purpose=purpose, actor=second)
    evening = DayPart.EVENING
    day = today() + timedelta(days=5)
    given_up = deputies.book_room(
        room=reading, day=day, first=evening, last=evening, purpose="政策法规阅读", actor=clerk
    )
    deputies.cancel_booking(booking=given_up, actor=clerk)


def _room(county: County, name: str, capacity: int) -> Room:
    centre = f"{county.region.name}人大代表活动中心"
    return deputies.open_room(region=county.region, centre=centre, name=name, capacity=capacity, actor=county.clerks[0])
