"""Due moments in each unit, worked by hand from the calendar."""

from datetime import datetime, timedelta

import pytest

from guantong.kernel.clock import SHANGHAI, Basis, ClockRule, Pause, Unit, due
from guantong.kernel.workdays import Calendar

STANDARD = Calendar.standard()
BASIS = Basis("民法典第二百零一条至第二百零三条", "S")


def rule(amount: int, unit: Unit, *, cap: int | None = None, next_day: bool = True) -> ClockRule:
    return ClockRule("r", "样例", amount, unit, BASIS, True, "1", extension_cap=cap, start_next_day=next_day)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def due_text(amount: int, unit: Unit, started: str) -> str:
    answer = due(rule(amount, unit), at(started), calendar=STANDARD)
    assert answer.at is not None
    return answer.at.strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("amount", "unit", "started", "expected"),
    [
        (6, Unit.WORKDAYS, "2025-09-26 10:00", "2025-10-11 23:59:59"),
        (7, Unit.WORKDAYS, "2025-09-26 10:00", "2025-10-13 23:59:59"),
        (1, Unit.WORKDAYS, "2025-06-06 23:59", "2025-06-09 23:59:59"),
        (10, Unit.CALENDAR_DAYS, "2025-03-03 08:00", "2025-03-13 23:59:59"),
        (5, Unit.CALENDAR_DAYS, "2025-09-30 08:00", "2025-10-09 23:59:59"),
        (1, Unit.CALENDAR_DAYS, "2025-09-27 08:00", "2025-09-28 23:59:59"),
        (3, Unit.MONTHS, "2025-11-30 08:00", "2026-02-28 23:59:59"),
        (3, Unit.MONTHS, "2025-03-05 08:00", "2025-06-05 23:59:59"),
        (1, Unit.MONTHS, "2026-01-31 08:00", "2026-02-28 23:59:59"),
        (24, Unit.HOURS, "2025-10-03 08:30", "2025-10-04 08:30:00"),
    ],
)
def test_due_moments(amount: int, unit: Unit, started: str, expected: str) -> None:
    assert due_text(amount, unit, started) == expected


def test_the_day_is_that_of_shanghai_whatever_zone_the_start_is_told_in() -> None:
    utc = datetime.fromisoformat("2025-06-08T16:30:00+00:00")
    assert due(rule(1, Unit.WORKDAYS), utc, calendar=STANDARD).at == at("2025-06-10 23:59:59")


def test_a_rule_may_count_the_day_itself() -> None:
    counted = due(rule(1, Unit.WORKDAYS, next_day=False), at("2025-06-09 09:00"), calendar=STANDARD)
    assert counted.at == at("2025-06-09 23:59:59")


def test_an_extension_is_added_up_to_its_cap() -> None:
    thirty = rule(30, Unit.CALENDAR_DAYS, cap=30)
    assert due(thirty, at("2025-03-03"), calendar=STANDARD, extension=10).at == at("2025-04-14 23:59:59")
    with pytest.raises(ValueError, match="extension of 31"):
        due(thirty, at("2025-03-03"), calendar=STANDARD, extension=31)
    with pytest.raises(ValueError, match="extension of -1"):
        due(thirty, at("2025-03-03"), calendar=STANDARD, extension=-1)


def test_a_rule_without_a_cap_knows_no_extension() -> None:
    with pytest.raises(ValueError, match="within 0 to 0"):
        due(rule(30, Unit.CALENDAR_DAYS), at("2025-03-03"), calendar=STANDARD, extension=1)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        due(rule(1, Unit.HOURS), datetime(2025, 3, 3), calendar=STANDARD)
    with pytest.raises(ValueError, match="time zone"):
        Pause(datetime(2025, 3, 3))


def test_a_period_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        rule(0, Unit.WORKDAYS)


def test_a_clock_that_reaches_into_an_unannounced_year_is_provisional() -> None:
    reaching = due(rule(30, Unit.WORKDAYS), at("2026-12-20"), calendar=STANDARD)
    within = due(rule(5, Unit.WORKDAYS), at("2026-12-20"), calendar=STANDARD)
    assert (reaching.provisional, within.provisional) == (True, False)


def test_hours_are_told_to_the_second_across_a_pause() -> None:
    pause = Pause(at("2025-06-09 10:00:20"), at("2025-06-09 11:00:30"))
    answer = due(rule(2, Unit.HOURS), at("2025-06-09 09:00"), calendar=STANDARD, pauses=[pause])
    assert answer.at == at("2025-06-09 11:00") + timedelta(hours=1, seconds=10)
