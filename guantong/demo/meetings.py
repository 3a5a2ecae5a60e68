"""Meetings of the congress, deputies who check in by code, and what is told and published of an activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.demo.county import County
from guantong.demo.moments import at
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.deputies import services as deputies
from guantong.deputies.check_in_codes import code_at
from guantong.deputies.models import Activity, Deputy, Station
from guantong.deputies.services.reporting import words_to_publish

OPENED = date(2025, 1, 14)
"""The first day of the counties' congresses; each meets on two days."""

WELCOMING = "451028"
"""The county in which deputies are expected today."""

LATELY = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a county's congress, to which all of its deputies are called."""

    county: County
    number: int
    day: date

    @property
    def planned_at(self) -> datetime:
        return at(self.day - timedelta(days=21), 9, 10 * self.number)


def congress(county: County) -> Iterator[Meeting]:
    """The meetings of a county's congress in the half-year."""
    for number in range(2):
        yield Meeting(county, number, OPENED + timedelta(days=number))


def meeting_course(meeting: Meeting) -> Course:
    """All are called, one asks leave, those with a phone scan, and who is there is marked."""
    county, clerk, words = meeting.county, meeting.county.clerks[0], data("meetings")
    activity = deputies.plan_activity(
        title=words["titles"][meeting.number].format(county=county.region.name),
        category="session",
        place=county.region,
        region=county.region,
        planned_for=meeting.day,
        actor=clerk,
    )
    called = list(activity.deputies.order_by("pk"))
    yield at(meeting.day - timedelta(days=1), 16)
    deputies.note_leave(activity=activity, deputy=called[-1], reason=words["excuse"], actor=clerk)
    yield from check_in_course(county, activity, meeting.day, clerk, called[:-1])
    yield at(meeting.day, 12)
    deputies.hold_activity(
        activity=activity, held_at=at(meeting.day, 9), notes=words["notes"], deputies=called[:-1], actor=clerk
    )


def check_in_course(county: County, activity: Activity, day: date, host: Actor, there: Sequence[Deputy]) -> Course:
    """Check-in is opened before nine, and those who have an account scan the screen."""
    yield at(day, 8, 30)
    opened = deputies.open_check_in(activity=activity, actor=host)
    for number, deputy in enumerate(d for d in there if d.person_id is not None):
        yield at(day, 8, 32) + timedelta(seconds=20 * number)
        actor = county.deputy_actor(deputy)
        deputies.check_in(activity=opened, deputy=deputy, code=code_at(opened, now()), actor=actor)


def told_course(county: County, activity: Activity, keeper: Actor) -> Course:
    """What an activity brought is written down the next morning, and published by the congress."""
    words = data("meetings")
    yield at(activity.planned_for + timedelta(days=1), 9, 20)
    told = deputies.report_activity(activity=activity, notes=f"{activity.notes}{words['told']}", actor=keeper)
    yield at(activity.planned_for + timedelta(days=1), 15, 40)
    title, text = words_to_publish(told)
    deputies.publish_activity(activity=told, published_title=title, published_text=text, actor=county.clerks[0])


def today_course(county: County, day: date) -> Course:
    """An activity of today, at which check-in is open from the morning on."""
    station = next(s for s in county.stations if s.organisation.code == "station-minzhi")
    keeper = county.officer(station.organisation)
    activity = deputies.plan_activity(
        title=data("meetings")["today"],
        category="reception",
        place=station.place,
        region=county.region,
        planned_for=day,
        station=station,
        deputies=[d for d in county.deputies if d.station_id == station.pk],
        actor=keeper,
    )
    yield at(day, 8, 30)
    deputies.open_check_in(activity=activity, actor=keeper)


def lately_at(station: Station) -> Activity | None:
    """The activity of a station that was held not long ago: what is promised now was promised there."""
    held = Activity.objects.filter(station=station, state="held", held_at__gte=now() - LATELY)
    return held.order_by("-held_at").first()
