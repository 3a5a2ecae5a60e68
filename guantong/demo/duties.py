"""What deputies hold and do: activities with their visits, and practical deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.demo import meetings
from guantong.demo.county import County
from guantong.demo.moments import at, days_later, daytime, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data, facts
from guantong.deputies import services as deputies
from guantong.deputies.models import Activity, Deputy, Station
from guantong.kernel.markets import market_days, parse_cycle

VISITING = ("home_visit", "theme")
"""Categories in the course of which deputies call on households."""

EVERY = 3
"""Of so many activities deputies check in by code at one, and it is published."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One activity to come: on which day, where, and how many people are spoken with on each visit."""

    county: County
    category: str
    day: date
    station: Station
    rng: Random
    number: int
    visits: tuple[int, ...] = ()
    cancelled: bool = False

    @property
    def planned_at(self) -> datetime:
        return at(self.day - timedelta(days=self.rng.randint(4, 9)), 10, self.rng.randint(0, 50))


def half_year(
    county: County, counts: dict[str, int], person_times: int, first: date, last: date, *, calls_off: int = 1
) -> Iterator[Duty]:
    """Activities held between two days: so many of each category, with so many person-times in all."""
    rng = Random(f"2025 duties {county.code} {first}")  # noqa: S311  (a story, not a secret)  a repeatable story, not a secret
    plan = [category for category, count in counts.items() for _ in range(count)]
    visiting = [n for n, category in enumerate(plan) if category in VISITING]
    calls = _shared_out(person_times, visiting, rng)
    for number, category in enumerate(plan):
        yield _duty(county, category, first, last, rng, number, tuple(calls.get(number, ())))
    for number in range(calls_off):
        yield _duty(county, "reception", first, last, rng, number, (), cancelled=True)


def _duty(
    county: County,
    category: str,
    first: date,
    last: date,
    rng: Random,
    number: int,
    visits: tuple[int, ...],
    *,
    cancelled: bool = False,
) -> Duty:
    station = rng.choice(county.stalls if category == "market_day" else county.stations)
    day = first + timedelta(days=rng.randint(0, (last - first).days))
    if category == "market_day":
        days = [
            d
            for d in market_days(parse_cycle(station.market_days), first, last)
            if (station.pk, d) not in county.manned
        ]
        day = rng.choice(days or [day])
        county.manned.add((station.pk, day))
    return Duty(county, category, day, station, Random(rng.random()), number, visits, cancelled)  # noqa: S311  (a story, not a secret)


def _shared_out(total: int, among: list[int], rng: Random) -> dict[int, list[int]]:
    """Visits of two to six people each, `total` in all, spread over the activities."""
    calls: dict[int, list[int]] = {}
    while total > 0 and among:
        people = min(rng.randint(2, 6), total)
        calls.setdefault(rng.choice(among), []).append(people)
        total -= people
    return calls


def _present(duty: Duty) -> list[Deputy]:
    own = [d for d in duty.county.deputies if d.place_id == duty.station.place_id]
    others = [d for d in duty.county.deputies if d not in own]
    return own + duty.rng.sample(others, min(duty.rng.randint(0, 3), len(others)))


def activity_course(duty: Duty) -> Course:
    """An activity is planned, held and its visits logged; or it is called off."""
    county, rng = duty.county, duty.rng
    words = data("activities")
    titles = words["titles"][duty.category]
    keeper = county.officer(duty.station.organisation)
    activity = deputies.plan_activity(
        title=f"{duty.station.place.name}{titles[0]}" if len(titles) == 1 else titles[duty.number % len(titles)],
        category=duty.category,
        place=duty.station.place,
        region=county.region,
        planned_for=duty.day,
        station=duty.station,
        deputies=_present(duty),
        actor=keeper,
    )
    county.markets[duty.station.pk, duty.day] = activity
    if duty.cancelled:
        yield daytime(duty.day - timedelta(days=1), rng, 9, 16)
        deputies.cancel_activity(activity=activity, reason=rng.choice(words["notes"]["cancel"]), actor=keeper)
        return
    listed = list(activity.deputies.order_by("pk"))
    if duty.number % EVERY == 0:
        yield from meetings.check_in_course(county, activity, duty.day, keeper, listed)
    yield at(duty.day, 15, rng.randint(0, 59))
    held_at = at(duty.day, 9)
    activity = deputies.hold_activity(
        activity=activity,
        held_at=held_at,
        actor=keeper,
        notes=rng.choice(words["notes"][duty.category]),
        deputies=listed,
    )
    for number, people in enumerate(duty.visits, 1):
        yield at(duty.day, 15) + timedelta(hours=1, minutes=2 * number)
        _visit(duty, activity, people, keeper, held_at + timedelta(minutes=12 * number))
    if duty.number % EVERY == 0:
        yield from meetings.told_course(county, activity, keeper)


def _visit(duty: Duty, activity: Activity, people: int, keeper: Actor, moment: datetime) -> None:
    words = data("activities")["notes"]
    circumstances = facts(duty.station.place.name, duty.rng)
    deputies.log_visit(
        activity=activity,
        household=duty.rng.choice(words["household"]).format_map(circumstances),
        person_times=people,
        visited_at=min(moment, now()),
        deputy=duty.rng.choice(duty.county.deputies),
        notes=duty.rng.choice(words["visit"]),
        actor=keeper,
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """One practical deed to come, promised on a day and done so many days later; `dropped`: given up instead."""

    county: County
    promised_at: datetime
    days: int
    number: int
    rng: Random
    dropped: bool = False


def promises(county: County, count: int, first: date, last: date, *, gives_up: int = 1) -> Iterator[Promise]:
    """So many deeds that are promised and done between two days, and a few that are given up."""
    rng = Random(f"2025 deeds {county.code} {first}")  # noqa: S311  (a story, not a secret)  a repeatable story, not a secret
    order = rng.sample(range(200), count + gives_up)
    for place, number in enumerate(order):
        days = rng.randint(5, 24)
        span = (last - first).days - 34
        day = first + timedelta(days=rng.randint(0, max(span, 1)))
        yield Promise(county, daytime(day, rng, 9, 16), days, number, Random(rng.random()), place >= count)  # noqa: S311  (a story, not a secret)


def deed_course(promise: Promise) -> Course:
    """A deed is promised, done, and checked by the congress; now and then disputed first, or given up."""
    county, rng = promise.county, promise.rng
    station = rng.choice(county.stations)
    keeper, clerk = county.officer(station.organisation), county.clerks[0]
    words = data("activities")["deed"][promise.number % len(data("activities")["deed"])]
    circumstances = facts(station.place.name, rng)
    deed = deputies.promise_deed(
        title=words["title"].format_map(circumstances),
        content=words["content"].format_map(circumstances),
        place=station.place,
        region=county.region,
        station=station,
        deputy=rng.choice([d for d in county.deputies if d.station_id == station.pk]),
        beneficiaries=rng.randrange(*words["people"]),
        occasion=meetings.lately_at(station),
        actor=keeper,
    )
    yield days_later(now(), promise.days, rng)
    if promise.dropped:
        deputies.drop_deed(deed=deed, reason="涉及的土地没有谈妥，暂时办不了，已向群众说明。", actor=keeper)
        return
    deed = deputies.do_deed(deed=deed, done_at=now(), actor=keeper)
    if rng.random() < 0.08:
        yield workdays_later(now(), 1, rng)
        deed = deputies.dispute_deed(deed=deed, reason="现场还差最后一段，请补完再登记。", actor=clerk)
        yield days_later(now(), 3, rng)
        deed = deputies.do_deed(deed=deed, done_at=now(), actor=keeper)
    yield workdays_later(now(), rng.randint(1, 6), rng)
    deputies.check_deed(deed=deed, actor=clerk)
