"""Market days: every day of a cycle is among them, no other, none twice; lunar days are those of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.lunar import is_tabled, lunar_day, lunar_months
from guantong.kernel.markets import LONGEST, SHORTEST, CycleError, is_provisional, market_days, parse_cycle

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
SPANS = st.integers(0, 400)
LUNAR = st.lists(st.integers(1, 10), min_size=1, max_size=10).map(lambda n: "lunar:" + ",".join(map(str, n)))
SOLAR = st.lists(st.integers(1, 31), min_size=1, max_size=9).map(lambda n: "solar:" + ",".join(map(str, n)))
EVERY = st.builds(lambda n, day: f"every:{n}@{day}", st.integers(SHORTEST, LONGEST), DAYS)


@given(LUNAR | SOLAR | EVERY, DAYS, SPANS)
def test_exactly_the_days_that_the_cycle_holds_are_given_once_and_in_order(text: str, first: date, span: int) -> None:
    cycle, last = parse_cycle(text), first + timedelta(days=span)
    days = market_days(cycle, first, last)
    assert days == sorted(set(days))
    every = [first + timedelta(days=n) for n in range(span + 1)]
    assert [day for day in every if cycle.holds(day)] == days


@given(st.integers(SHORTEST, LONGEST), DAYS, DAYS, SPANS)
def test_every_so_many_days_is_that_far_apart_and_meets_the_known_day(
    n: int, known: date, first: date, span: int
) -> None:
    days = market_days(parse_cycle(f"every:{n}@{known}"), first, first + timedelta(days=span))
    assert {(after - before).days for before, after in pairwise(days)} <= {n}
    assert all((day - known).days % n == 0 for day in days)
    assert (span + 1) // n <= len(days) <= span // n + 1


@given(st.integers(1, 10), DAYS)
def test_a_day_of_the_lunar_decade_comes_back_within_eleven_days(digit: int, first: date) -> None:
    days = market_days(parse_cycle(f"lunar:{digit}"), first, first + timedelta(days=200))
    assert {(after - before).days for before, after in pairwise(days)} <= ({10, 9} if digit != 10 else {10, 19})
    assert all(lunar_day(day) % 10 == digit % 10 for day in days)


@given(LUNAR | SOLAR | EVERY)
def test_a_cycle_is_kept_as_it_is_read(text: str) -> None:
    cycle = parse_cycle(text)
    assert parse_cycle(cycle.text) == cycle


def test_digits_alone_are_lunar() -> None:
    assert parse_cycle("3,6,9") == parse_cycle("lunar:3,6,9")
    assert parse_cycle("lunar:9,3,6").text == "3,6,9"


@pytest.mark.parametrize(
    "text",
    ["", "逢三六九", "lunar:", "lunar:0", "lunar:11", "solar:32", "every:1@2025-01-02", "every:13@2025-01-02",
     "every:3@2025-02-30", "every:3", "3,,6", "weekly:3", "３,６"],
)  # fmt: skip
def test_what_tells_no_cycle_is_refused(text: str) -> None:
    with pytest.raises(CycleError):
        parse_cycle(text)


# The days of festivals are fixed by the lunar calendar and were announced with the holidays of their years.
@pytest.mark.parametrize(
    ("festival", "lunar"),
    [("2024-02-10", 1), ("2025-01-29", 1), ("2026-02-17", 1), ("2025-05-31", 5), ("2025-10-06", 15),
     ("2026-06-19", 5), ("2026-09-25", 15), ("2024-09-17", 15)],
)  # fmt: skip
def test_festivals_fall_on_their_lunar_day(festival: str, lunar: int) -> None:
    assert lunar_day(date.fromisoformat(festival)) == lunar


def test_the_table_has_no_gap_and_covers_its_years() -> None:
    days = lunar_months().first_days
    assert {(after - before).days for before, after in pairwise(days)} == {29, 30}
    assert is_tabled(date(2024, 1, 1))
    assert is_tabled(date(2030, 12, 31))
    assert lunar_months().source


@given(st.dates(date(2015, 1, 1), date(2045, 12, 31)))
def test_lunar_days_follow_each_other_beyond_the_table_too(day: date) -> None:
    today, tomorrow = lunar_day(day), lunar_day(day + timedelta(days=1))
    assert tomorrow == today + 1 or (tomorrow == 1 and today in (29, 30))


def test_what_is_reckoned_is_provisional() -> None:
    inside, beyond = (date(2030, 12, 1), date(2030, 12, 31)), (date(2031, 1, 1), date(2031, 1, 31))
    assert not is_provisional(parse_cycle("3,6,9"), *inside)
    assert is_provisional(parse_cycle("3,6,9"), *beyond)
    assert not is_provisional(parse_cycle("solar:5"), *beyond)
