"""Words for the time that is left or has passed."""

from datetime import datetime

import pytest

from guantong.kernel.clock import SHANGHAI, Due, Unit, remaining
from guantong.kernel.workdays import Calendar

DUE = datetime(2025, 10, 11, 23, 59, 59, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("now", "unit", "sentence"),
    [
        ("2025-09-26 10:00", Unit.WORKDAYS, "还有 6 个工作日"),
        ("2025-09-26 10:00", Unit.CALENDAR_DAYS, "还有 15 天"),
        ("2025-09-26 10:00", Unit.MONTHS, "还有 15 天"),
        ("2025-10-11 10:00", Unit.WORKDAYS, "今天到期"),
        ("2025-10-11 10:00", Unit.HOURS, "还有 13 小时"),
        ("2025-10-11 23:30", Unit.HOURS, "不足 1 小时"),
        ("2025-10-12 00:00", Unit.WORKDAYS, "已超 1 天"),
        ("2025-10-14 09:00", Unit.WORKDAYS, "已超 3 天"),
        ("2025-10-12 09:30", Unit.HOURS, "已超 9 小时"),
        ("2025-10-14 09:30", Unit.HOURS, "已超 3 天"),
    ],
)
def test_remaining(now: str, unit: Unit, sentence: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=SHANGHAI)
    assert remaining(DUE, moment, Calendar.standard(), unit).sentence() == sentence


def test_a_paused_clock_has_nothing_left_to_tell() -> None:
    with pytest.raises(ValueError, match="paused"):
        remaining(Due(None, False, False, ()), DUE, Calendar.standard(), Unit.WORKDAYS)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        remaining(DUE, datetime(2025, 10, 1), Calendar.standard(), Unit.WORKDAYS)
