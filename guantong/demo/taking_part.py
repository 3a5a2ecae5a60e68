"""What the standing committee organises and deputies take part in, and the stations that are made better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from guantong.base.now import now
from guantong.demo import meetings
from guantong.demo.county import County
from guantong.demo.moments import at, days_later, office, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data, person_name
from guantong.deputies import services as deputies
from guantong.deputies.models import ActivityCategory, Deputy, Grade, Station, StationProject
from guantong.deputies.standards import standards_of
from guantong.regions.models import Region

CATEGORIES = ("sitting_in", "inspection", "member_contact", "training", "study_tour")
GUESTS_ON_TOUR = 3
"""Of those on a study tour, how many are staff of the contact point and no deputies."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event to come and how many take part; `among` are the deputies from whom they are chosen, in turn."""

    county: County
    category: str
    day: date
    people: int
    among: tuple[Deputy, ...]
    rng: Random
    regions: tuple[str, ...] = ()

    @property
    def planned_at(self) -> datetime:
        return at(self.day - timedelta(days=self.rng.randint(8, 14)), 9, self.rng.randint(0, 50))


def plan_of(county: str) -> dict[str, Any]:
    """What the congress of a county (its code) organises in a half-year."""
    file = data("taking_part")
    own: dict[str, Any] = file["county"].get(county, file["default"])
    return own


def partners_of(county: str) -> list[str]:
    """The counties that a county researches together with, by code."""
    return list(plan_of(county).get("joint", ()))


def half_year(county: County, first: date, last: date, *, share: int = 1) -> Iterator[Event]:
    """The events between two days; `share` divides how many take part."""
    rng = Random(f"2025 taking part {county.code} {first}")  # noqa: S311  a repeatable story, not a secret
    plan = plan_of(county.code)
    for category in CATEGORIES:
        for number, people in enumerate(plan[category]):
            span = (last - first).days // len(plan[category])
            day = first + timedelta(days=number * span + rng.randint(2, max(span - 2, 3)))
            yield _event(county, category, day, max(1, people // share), number, rng)
    if share == 1 and partners_of(county.code):
        day = first + timedelta(days=rng.randint(70, 100))
        yield _event(county, "joint_research", day, 6, 0, rng, tuple(partners_of(county.code)))


def _event(
    county: County,
    category: str,
    day: date,
    people: int,
    number: int,
    rng: Random,
    regions: tuple[str, ...] = (),
) -> Event:
    """Each event of a category begins where the one before it left off, so that many deputies get their turn."""
    start = number * 10 % len(county.deputies)
    turn = (*county.deputies[start:], *county.deputies[:start])
    return Event(county, category, office(day, rng).date(), people, turn, Random(rng.random()), regions)  # noqa: S311  (a story)


def event_course(event: Event) -> Course:
    """An event is planned, some sign up, now and then one asks leave, and it is held."""
    county, words, clerk = event.county, data("taking_part"), event.county.clerks[0]
    guests = min(GUESTS_ON_TOUR, event.people - 1) if event.category == "study_tour" else 0
    present = list(event.among[: event.people - guests])
    absent = event.among[event.people : event.people + (1 if event.category == "sitting_in" else 0)]
    member = next((d for d in reversed(event.among) if d.member), None)
    activity = deputies.plan_activity(
        title=event.rng.choice(words["titles"][event.category]),
        category=event.category,
        place=county.region,
        region=county.region,
        planned_for=event.day,
        deputies=[*present, *absent],
        member=member if event.category == ActivityCategory.MEMBER_CONTACT else None,
        regions=list(Region.objects.filter(pk__in=event.regions)),
        actor=clerk,
    )
    if event.category == "sitting_in":
        yield from meetings.check_in_course(county, activity, event.day, clerk, present)
    yield at(event.day, 17, event.rng.randint(0, 50))
    deputies.hold_activity(
        activity=activity,
        held_at=at(event.day, 9),
        notes=event.rng.choice(words["notes"][event.category]),
        deputies=present,
        guests=[person_name(event.rng) for _ in range(guests)],
        actor=clerk,
    )


@dataclass(frozen=True, slots=True)
class Project:
    """One station to be made better; `partner` for one that is kept together with another province."""

    county: County
    station: Station
    proposed_at: datetime
    rng: Random
    partner: str = ""
    sent_back: bool = False


def projects(county: County, first: date) -> Iterator[Project]:
    """The stations that are raised in grade or shared in the half-year that begins on `first`."""
    rng = Random(f"2025 stations {county.code}")  # noqa: S311  a repeatable story, not a secret
    plan = plan_of(county.code)
    stations = {station.organisation.code.removeprefix("station-"): station for station in county.stations}
    for number, code in enumerate(plan.get("upgrades", ())):
        day = first + timedelta(days=rng.randint(15, 110))
        yield Project(county, stations[code], office(day, rng), Random(rng.random()), sent_back=number % 5 == 1)  # noqa: S311  (a story)
    for code, partner in plan.get("cross_province", {}).items():
        day = first + timedelta(days=rng.randint(15, 110))
        yield Project(county, stations[code], office(day, rng), Random(rng.random()), partner)  # noqa: S311  (a story)


def project_course(project: Project) -> Course:
    """A project is proposed by the keeper, sent back now and then, and accepted by the congress."""
    county, rng, notes = project.county, project.rng, data("taking_part")["notes"]
    keeper, clerk = county.officer(project.station.organisation), county.clerks[0]
    shared = bool(project.partner)
    row = deputies.propose_station_project(
        station=Station.objects.get(pk=project.station.pk),
        category=StationProject.Category.CROSS_PROVINCE if shared else StationProject.Category.UPGRADE,
        grade="" if shared else Grade.STANDARD,
        partner=project.partner,
        content=notes["cross_province"].format(partner=project.partner) if shared else notes["upgrade"],
        actor=keeper,
    )
    if project.sent_back:
        yield workdays_later(now(), rng.randint(2, 5), rng)
        row = deputies.return_station_project(project=row, reason=notes["upgrade_back"], actor=clerk)
        yield days_later(now(), rng.randint(6, 12), rng)
        row = deputies.propose_again(project=row, content=notes["upgrade"], actor=keeper)
    yield days_later(now(), rng.randint(5, 20), rng)
    deputies.accept_station_project(
        project=row, standards=list(standards_of(county.code)), reason=notes["accepted"], actor=clerk
    )
