"""Adding and counting workdays undo each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.workdays import Calendar

STANDARD = Calendar.standard()
DAYS = st.dates(date(2021, 1, 1), date(2029, 12, 31))
COUNTS = st.integers(1, 600)


@given(DAYS, COUNTS)
def test_counting_undoes_adding(day: date, count: int) -> None:
    end = STANDARD.add_workdays(day, count)
    assert STANDARD.is_workday(end)
    assert STANDARD.workdays_between(day, end) == count


@given(DAYS, COUNTS)
def test_going_back_undoes_going_forward_from_a_workday(day: date, count: int) -> None:
    start = STANDARD.next_workday(day)
    assert STANDARD.add_workdays(STANDARD.add_workdays(start, count), -count) == start


@given(DAYS, st.integers(0, 900))
def test_the_count_is_that_of_looking_at_every_day(day: date, length: int) -> None:
    seen = sum(STANDARD.is_workday(day + timedelta(days=offset)) for offset in range(1, length + 1))
    assert STANDARD.workdays_between(day, day + timedelta(days=length)) == seen
    assert STANDARD.workdays_between(day + timedelta(days=length), day) == -seen


@given(DAYS, COUNTS, st.sets(DAYS, max_size=8))
def test_a_calendar_changed_and_changed_back_is_the_same(day: date, count: int, touched: set[date]) -> None:
    worked = {each for each in touched if STANDARD.is_workday(each)}
    rested = touched - worked
    changed = STANDARD.with_days(off=worked, work=rested)
    restored = changed.with_days(off=rested, work=worked)
    assert all(changed.is_workday(each) != STANDARD.is_workday(each) for each in touched)
    assert restored == STANDARD
    assert restored.add_workdays(day, count) == STANDARD.add_workdays(day, count)


def test_a_day_cannot_be_made_both_off_and_worked() -> None:
    with pytest.raises(ValueError, match="both"):
        STANDARD.with_days(off=[date(2026, 3, 2)], work=[date(2026, 3, 2)])


def test_a_make_up_saturday_counts_and_a_holiday_weekday_does_not() -> None:
    assert STANDARD.add_workdays(date(2025, 9, 26), 1) == date(2025, 9, 28)
    assert STANDARD.add_workdays(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert STANDARD.add_workdays(date(2025, 9, 30), -1) == date(2025, 9, 29)


def test_counting_past_the_last_year_of_dates_is_refused() -> None:
    with pytest.raises(OverflowError):
        STANDARD.add_workdays(date(9999, 12, 30), 10)
