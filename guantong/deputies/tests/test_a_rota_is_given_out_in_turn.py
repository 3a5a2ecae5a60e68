"""A rota: in turn, evenly, nobody twice on a day; its swaps are agreed on by two; a day's duty opens one activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.models import Activity, Deputy, DutyPart, RotaDuty, Station
from guantong.deputies.roster import open_station, register_deputy, station_chain
from guantong.deputies.services.turns import in_turn
from guantong.kernel.lunar import lunar_day
from guantong.regions.models import Organisation, Region

MARCH = date(2026, 3, 1)
HALVES = (DutyPart.MORNING, DutyPart.AFTERNOON)


@pytest.fixture(autouse=True)
def _on_the_first_of_march() -> Iterator[None]:
    with acting_at(datetime(2026, 3, 1, 9, tzinfo=CHINA)):
        yield


@pytest.fixture
def four(station_a: Station, deputy_row_a: Deputy) -> list[Deputy]:
    """李春生, who has an account, and three who have none."""
    others = [
        register_deputy(
            name=name, level="township", region=station_a.region, place=station_a.place, station=station_a,
            actor=SYSTEM_ACTOR,
        )
        for name in ("王小梅", "陆大华", "韦小兰")
    ]  # fmt: skip
    return [deputy_row_a, *others]


@pytest.fixture
def rota(station_a: Station, four: list[Deputy], keeper_a: Actor) -> list[RotaDuty]:
    """Every Tuesday and Friday of March 2026: nine duties."""
    return services.make_rota(station=station_a, month=MARCH, deputies=four, weekdays=(1, 4), actor=keeper_a)


@pytest.fixture
def second(hire: Callable[..., Actor], station_a: Station, four: list[Deputy]) -> Actor:
    """王小梅, given an account."""
    actor = hire("deputy-mei", "王小梅", Role.DEPUTY, station_a.organisation)
    Deputy.objects.filter(pk=four[1].pk).update(person=Person.objects.get(pk=actor.person_id))
    return actor


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1, 2))
def test_turns_differ_by_at_most_one_and_nobody_comes_twice_a_day(people: int, days: int, parts: int) -> None:
    slots = [MARCH + timedelta(days=n) for n in range(days) for _ in range(parts)]
    who = in_turn(slots, range(people))
    if people < parts:
        assert who is None
        return
    assert who is not None
    assert len(set(zip(slots, who, strict=True))) == len(slots)
    counts = [Counter(who)[person] for person in range(people)]
    assert max(counts) - min(counts) <= 1


@given(st.data(), st.integers(2, 5), st.integers(1, 10))
def test_turns_that_can_be_given_out_evenly_are(data: Any, people: int, days: int) -> None:
    slots = [MARCH + timedelta(days=n) for n in range(days)]
    # An even rota is drawn first; whoever is busy is so only on days that it does not need them.
    order = data.draw(st.permutations([n % people for n in range(days)]))
    busy = {
        person: data.draw(st.sets(st.sampled_from(slots)))
        - {d for d, p in zip(slots, order, strict=True) if p == person}
        for person in range(people)
    }
    who = in_turn(slots, range(people), busy)
    assert who is not None
    assert not any(day in busy[person] for day, person in zip(slots, who, strict=True))
    counts = [Counter(who)[person] for person in range(people)]
    assert max(counts) - min(counts) <= 1


def test_turns_are_handed_on_through_a_third() -> None:
    first, second, third = (MARCH + timedelta(days=n) for n in range(3))
    who = in_turn([first, second, third], [0, 1, 2], {2: {second, third}, 1: {third}})
    assert who == [2, 1, 0]


def test_a_month_is_given_out_on_its_weekdays(rota: list[RotaDuty], four: list[Deputy]) -> None:
    assert [duty.day.isoformat() for duty in rota][:3] == ["2026-03-03", "2026-03-06", "2026-03-10"]
    assert {duty.day.weekday() for duty in rota} == {1, 4}
    assert [duty.deputy for duty in rota[:5]] == [*four, four[0]]
    assert sorted(Counter(duty.deputy_id for duty in rota).values()) == [2, 2, 2, 3]


def test_a_holiday_is_left_out(station_a: Station, four: list[Deputy], keeper_a: Actor) -> None:
    made = services.make_rota(station=station_a, month=date(2026, 10, 9), deputies=four, weekdays=(3,), actor=keeper_a)
    assert [duty.day.day for duty in made] == [8, 15, 22, 29]


def test_the_turn_goes_on_in_the_next_month(
    rota: list[RotaDuty], station_a: Station, four: list[Deputy], keeper_a: Actor
) -> None:
    following = services.make_rota(
        station=station_a, month=date(2026, 4, 1), deputies=four, weekdays=(1, 4), parts=HALVES, actor=keeper_a
    )
    assert rota[-1].deputy == four[0]
    assert [duty.deputy for duty in following[:3]] == four[1:]
    assert [duty.part for duty in following[:2]] == [DutyPart.MORNING, DutyPart.AFTERNOON]


def test_a_stall_is_manned_on_its_market_days(stall_a: Station, four: list[Deputy], clerk_a: Actor) -> None:
    made = services.make_rota(station=stall_a, month=MARCH, deputies=four, actor=clerk_a)
    assert all(str(lunar_day(duty.day))[-1] in "258" for duty in made)
    assert len(made) == 9


def test_nobody_has_duties_at_two_stations_on_a_day(
    rota: list[RotaDuty], stall_a: Station, four: list[Deputy], clerk_a: Actor
) -> None:
    made = services.make_rota(station=stall_a, month=MARCH, deputies=four, actor=clerk_a)
    places = Counter(RotaDuty.objects.values_list("deputy_id", "day"))
    assert set(places.values()) == {1}
    counts = Counter(duty.deputy_id for duty in made)
    assert max(counts.values()) - min(counts[deputy.pk] for deputy in four) <= 1


def test_what_cannot_be_given_out_is_said(
    station_a: Station, four: list[Deputy], keeper_a: Actor, rota: list[RotaDuty]
) -> None:
    with pytest.raises(NotNow, match="已经排过班"):
        services.make_rota(station=station_a, month=MARCH, deputies=four, weekdays=(0,), actor=keeper_a)
    cases: list[tuple[str, dict[str, Any]]] = [
        ("weekdays", {}),
        ("deputies", {"weekdays": (0,), "deputies": []}),
        ("deputies", {"weekdays": (0,), "deputies": four[:1], "parts": HALVES}),
        ("parts", {"weekdays": (0,), "parts": (DutyPart.DAY, DutyPart.MORNING)}),
        ("month", {"weekdays": (0,), "month": date(2026, 2, 1)}),
    ]
    for field, given_ in cases:
        with pytest.raises(BadInput) as no:
            services.make_rota(
                **{"station": station_a, "month": date(2026, 5, 1), "deputies": four, "actor": keeper_a, **given_}
            )
        assert list(no.value.fields) == [field]


def test_who_does_not_run_the_station_makes_no_rota(
    station_a: Station, four: list[Deputy], deputy_a: Actor, clerk_b: Actor, presidium_a: Actor
) -> None:
    for actor in (deputy_a, clerk_b):
        with pytest.raises(NotAllowed):
            services.make_rota(station=station_a, month=MARCH, deputies=four, weekdays=(1,), actor=actor)
    assert services.make_rota(station=station_a, month=MARCH, deputies=four, weekdays=(1,), actor=presidium_a)


def test_what_is_to_come_can_be_taken_back(station_a: Station, rota: list[RotaDuty], keeper_a: Actor) -> None:
    services.open_duty(duty=rota[0], actor=keeper_a)
    assert services.clear_rota(station=station_a, month=MARCH, reason="换届", actor=keeper_a) == 8
    assert RotaDuty.objects.get() == rota[0]


def test_a_swap_is_accepted_by_the_other_deputy(
    station_a: Station, rota: list[RotaDuty], deputy_a: Actor, second: Actor, four: list[Deputy]
) -> None:
    swap = services.propose_swap(duty=rota[0], other=rota[1], why="当天外出", actor=deputy_a)
    with pytest.raises(NotNow):
        services.propose_swap(duty=rota[4], other=rota[1], why="再换", actor=deputy_a)
    with pytest.raises(NotAllowed):
        services.accept_swap(swap=swap, actor=deputy_a)
    services.accept_swap(swap=swap, actor=second)
    mine, theirs = RotaDuty.objects.get(pk=rota[0].pk), RotaDuty.objects.get(pk=rota[1].pk)
    assert (mine.deputy, mine.swapped_with, mine.why) == (four[1], four[0], "当天外出")
    assert (theirs.deputy, theirs.swapped_with) == (four[0], four[1])
    with pytest.raises(NotNow):
        services.accept_swap(swap=swap, actor=second)
    chain = Entry.objects.filter(chain=station_chain(station_a)).order_by("seq")
    assert list(chain.values_list("action", flat=True)) == ["open_station", "make_rota", "propose_swap", "accept_swap"]
    assert list(faults()) == []


def test_the_keeper_accepts_for_a_deputy_without_an_account(
    rota: list[RotaDuty], deputy_a: Actor, keeper_a: Actor, clerk_a: Actor, four: list[Deputy]
) -> None:
    swap = services.propose_swap(duty=rota[0], other=rota[2], why="当天外出", actor=deputy_a)
    services.accept_swap(swap=swap, actor=keeper_a)
    asked = services.propose_swap(duty=rota[1], other=rota[3], why="看病", actor=keeper_a)
    with pytest.raises(NotAllowed):
        services.accept_swap(swap=asked, actor=keeper_a)
    services.accept_swap(swap=asked, actor=clerk_a)
    assert RotaDuty.objects.get(pk=rota[3].pk).deputy == four[1]


def test_a_swap_is_declined_or_taken_back(rota: list[RotaDuty], deputy_a: Actor, second: Actor) -> None:
    for actor in (second, deputy_a):
        swap = services.propose_swap(duty=rota[0], other=rota[1], why="当天外出", actor=deputy_a)
        assert services.decline_swap(swap=swap, actor=actor).accepted is False
    assert RotaDuty.objects.filter(swapped_with__isnull=False).count() == 0


def test_a_swap_within_one_day_keeps_both_on_it(
    station_a: Station, four: list[Deputy], keeper_a: Actor, deputy_a: Actor
) -> None:
    made = services.make_rota(
        station=station_a, month=MARCH, deputies=four, weekdays=(1,), parts=HALVES, actor=keeper_a
    )
    swap = services.propose_swap(duty=made[0], other=made[1], why="上午开会", actor=deputy_a)
    services.accept_swap(swap=swap, actor=keeper_a)
    assert [d.deputy for d in RotaDuty.objects.filter(day=made[0].day)] == [four[1], four[0]]


def test_a_swap_that_puts_somebody_twice_on_a_day_is_refused(
    station_a: Station, four: list[Deputy], keeper_a: Actor, deputy_a: Actor
) -> None:
    made = services.make_rota(
        station=station_a, month=MARCH, deputies=four[:3], weekdays=(1,), parts=HALVES, actor=keeper_a
    )
    # 1st day: 0 and 1; 2nd day: 2 and 0.
    with pytest.raises(BadInput, match="一天要值两班"):
        services.propose_swap(duty=made[0], other=made[2], why="外出", actor=deputy_a)


def test_only_the_deputy_on_duty_asks(rota: list[RotaDuty], deputy_a: Actor, clerk_b: Actor) -> None:
    for duty, other, actor in ((rota[1], rota[0], deputy_a), (rota[0], rota[1], clerk_b)):
        with pytest.raises(NotAllowed):
            services.propose_swap(duty=duty, other=other, why="外出", actor=actor)


def test_duties_that_have_passed_stay(rota: list[RotaDuty], deputy_a: Actor, keeper_a: Actor, later: Any) -> None:
    swap = services.propose_swap(duty=rota[0], other=rota[1], why="外出", actor=deputy_a)
    with later(days=3):
        with pytest.raises(NotNow):
            services.accept_swap(swap=swap, actor=keeper_a)
        with pytest.raises(NotNow):
            services.open_duty(duty=rota[0], actor=keeper_a)


def test_a_days_duty_opens_one_activity(stall_a: Station, four: list[Deputy], clerk_a: Actor, deputy_a: Actor) -> None:
    made = services.make_rota(station=stall_a, month=MARCH, deputies=four, parts=HALVES, actor=clerk_a)
    activity = services.open_duty(duty=made[0], actor=deputy_a)
    assert services.open_duty(duty=made[1], actor=clerk_a) == activity
    assert Activity.objects.count() == 1
    assert (activity.category, activity.planned_for, activity.station) == ("market_day", made[0].day, stall_a)
    assert {row.deputy for row in activity.attendances.all()} == {made[0].deputy, made[1].deputy}
    with pytest.raises(NotNow):
        services.propose_swap(duty=made[0], other=made[2], why="外出", actor=deputy_a)


def test_what_was_planned_by_hand_is_taken_and_what_was_called_off_is_not(
    rota: list[RotaDuty], station_a: Station, keeper_a: Actor
) -> None:
    planned = services.plan_activity(
        title="接待日", category="reception", place=station_a.place, region=station_a.region,
        planned_for=rota[0].day, station=station_a, actor=keeper_a,
    )  # fmt: skip
    assert services.open_duty(duty=rota[0], actor=keeper_a) == planned
    services.cancel_activity(activity=planned, reason="下雨", actor=keeper_a)
    assert services.open_duty(duty=rota[0], actor=keeper_a) != planned


def test_a_stranger_opens_no_duty(rota: list[RotaDuty], clerk_b: Actor, department_a: Actor) -> None:
    for actor in (clerk_b, department_a):
        with pytest.raises(NotAllowed):
            services.open_duty(duty=rota[0], actor=actor)


def test_the_keeper_of_a_place_runs_its_stall(
    stall_a: Station, four: list[Deputy], hire: Any, regions: dict[str, Region], keeper_a: Actor
) -> None:
    here = open_station(
        code="luoxi", name="逻西乡代表联络站", region=stall_a.region, place=stall_a.place, actor=SYSTEM_ACTOR
    )
    keeper = hire("keeper-luoxi", "黄秀英", Role.KEEPER, Organisation.objects.get(pk=here.organisation_id))
    with pytest.raises(NotAllowed):
        services.make_rota(station=stall_a, month=MARCH, deputies=four, actor=keeper_a)
    assert services.make_rota(station=stall_a, month=MARCH, deputies=four, actor=keeper)
