"""Pauses: whole days for days, seconds for hours, never a day earlier."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.clock import SHANGHAI, Basis, ClockRule, Pause, Unit, due
from guantong.kernel.workdays import Calendar

STANDARD = Calendar.standard()
STARTS = st.datetimes(datetime(2022, 12, 1), datetime(2027, 6, 30)).map(lambda d: d.replace(tzinfo=SHANGHAI))
RULES = st.builds(
    lambda amount, unit: ClockRule("r", "样例", amount, unit, Basis("x"), False, "1"),
    st.integers(1, 90),
    st.sampled_from(Unit),
)
LENGTHS = st.timedeltas(timedelta(0), timedelta(days=40))


@st.composite
def pauses_after(draw: st.DrawFn, started: datetime) -> list[Pause]:
    offsets = draw(st.lists(st.tuples(LENGTHS, LENGTHS), max_size=4))
    return [Pause(started + offset, started + offset + length) for offset, length in offsets]


def due_at(rule: ClockRule, started: datetime, pauses: Sequence[Pause] = ()) -> datetime:
    answer = due(rule, started, calendar=STANDARD, pauses=pauses)
    assert answer.at is not None
    return answer.at


@given(RULES, STARTS, STARTS)
def test_a_later_start_is_never_due_earlier(rule: ClockRule, one: datetime, other: datetime) -> None:
    assert due_at(rule, min(one, other)) <= due_at(rule, max(one, other))


@given(st.data(), RULES.filter(lambda rule: rule.unit is not Unit.MONTHS), STARTS, LENGTHS)
def test_a_later_start_is_never_due_earlier_with_pauses_either(
    data: st.DataObject, rule: ClockRule, started: datetime, later: timedelta
) -> None:
    pauses = data.draw(pauses_after(started))
    assert due_at(rule, started, pauses) <= due_at(rule, started + later, pauses)


@given(st.data(), RULES, STARTS)
def test_a_pause_never_makes_it_due_earlier(data: st.DataObject, rule: ClockRule, started: datetime) -> None:
    pauses = data.draw(pauses_after(started))
    assert due_at(rule, started, pauses) >= due_at(rule, started)


@given(st.data(), RULES, STARTS)
def test_it_is_never_due_within_a_pause(data: st.DataObject, rule: ClockRule, started: datetime) -> None:
    pauses = data.draw(pauses_after(started))
    at = due_at(rule, started, pauses)
    assert not any(pause.start < at < pause.end for pause in pauses if pause.end)


@given(st.data(), RULES, STARTS)
def test_order_and_nesting_of_pauses_do_not_matter(data: st.DataObject, rule: ClockRule, started: datetime) -> None:
    pauses = data.draw(pauses_after(started))
    nested = [Pause(each.start + (each.end - each.start) / 2, each.end) for each in pauses if each.end]
    assert due_at(rule, started, [*reversed(pauses), *nested]) == due_at(rule, started, pauses)


@given(st.integers(1, 60), STARTS, st.integers(0, 30))
def test_a_pause_of_whole_days_within_the_period_pushes_by_as_many(amount: int, started: datetime, days: int) -> None:
    rule = ClockRule("r", "样例", amount, Unit.CALENDAR_DAYS, Basis("x"), False, "1")
    begun = datetime.combine(started.date() + timedelta(days=1), time(9), SHANGHAI)
    last = STANDARD.next_workday(started.date() + timedelta(days=amount + days))
    assert due_at(rule, started, [Pause(begun, begun + timedelta(days=days))]).date() == last


@pytest.mark.parametrize("unit", Unit)
def test_a_running_pause_leaves_no_due_moment(unit: Unit) -> None:
    rule = ClockRule("r", "样例", 5, unit, Basis("x"), False, "1")
    started = datetime(2025, 6, 9, 9, tzinfo=SHANGHAI)
    answer = due(rule, started, calendar=STANDARD, pauses=[Pause(started + timedelta(hours=1))])
    assert (answer.at, answer.running) == (None, False)
    assert answer.explanation[-1].kind == "pause_running"


def test_a_pause_that_begins_after_the_period_ran_out_changes_nothing() -> None:
    rule = ClockRule("r", "样例", 1, Unit.WORKDAYS, Basis("x"), False, "1")
    started = datetime(2025, 6, 9, 9, tzinfo=SHANGHAI)
    answer = due(rule, started, calendar=STANDARD, pauses=[Pause(started + timedelta(days=3))])
    assert answer.at is not None
    assert (answer.at.date(), answer.running) == (date(2025, 6, 10), True)


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (5, Unit.WORKDAYS, "2025-06-19T23:59:59+08:00"),
        (5, Unit.CALENDAR_DAYS, "2025-06-17T23:59:59+08:00"),
        (2, Unit.HOURS, "2025-06-13T10:00:00+08:00"),
    ],
)
def test_of_a_pause_that_began_earlier_only_the_part_after_the_start_counts(
    amount: int, unit: Unit, expected: str
) -> None:
    rule = ClockRule("r", "样例", amount, unit, Basis("x"), False, "1")
    pause = Pause(datetime(2025, 6, 2, 8, tzinfo=SHANGHAI), datetime(2025, 6, 13, 8, tzinfo=SHANGHAI))
    assert due_at(rule, datetime(2025, 6, 11, 9, tzinfo=SHANGHAI), [pause]).isoformat() == expected


def test_a_pause_cannot_end_before_it_starts() -> None:
    start = datetime(2025, 6, 9, 9, tzinfo=SHANGHAI)
    with pytest.raises(ValueError, match="cannot end"):
        Pause(start, start - timedelta(seconds=1))
