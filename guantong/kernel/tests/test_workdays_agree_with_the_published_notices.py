"""The calendar tables against two independent libraries, day by day."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from guantong.kernel.calendars import CalendarDataError, parse_notice, standard_notices
from guantong.kernel.workdays import Calendar

STANDARD = Calendar.standard()


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", [notice.year for notice in standard_notices() if notice.published])
def test_every_day_of_a_published_year_agrees_with_chinesecalendar(year: int) -> None:
    wrong = [day for day in days_of(year) if STANDARD.is_workday(day) != chinese_calendar.is_workday(day)]
    assert wrong == []


@pytest.mark.parametrize("year", [notice.year for notice in standard_notices()])
def test_every_day_of_a_listed_year_agrees_with_holidays(year: int) -> None:
    china = holidays.country_holidays("CN", years=year)
    assert [day for day in days_of(year) if STANDARD.is_workday(day) != china.is_working_day(day)] == []


def test_published_years_reach_from_2023_to_2026_and_2027_is_provisional() -> None:
    assert [notice.year for notice in standard_notices() if notice.published] == [2023, 2024, 2025, 2026]
    assert not STANDARD.is_published(2027)
    assert STANDARD.is_published(2026)


def test_a_year_outside_the_table_is_provisional_and_rests_on_fixed_holidays_and_weekends() -> None:
    assert not STANDARD.is_published(2031)
    assert not STANDARD.is_workday(date(2031, 10, 1))
    assert not STANDARD.is_workday(date(2031, 6, 1))
    assert STANDARD.is_workday(date(2031, 6, 2))


def test_sources_name_each_year_once() -> None:
    sources = STANDARD.sources(date(2025, 12, 1), date(2028, 1, 1))
    assert [("国办发明电〔2024〕12号" in sources[0]), ("国办发明电〔2025〕7号" in sources[1])] == [True, True]
    assert "尚未公布" in sources[2]
    assert "2028" in sources[3]


NOTICE = 'year = 2030\nstatus = "published"\nsource = "x"\n[[holiday]]\nname = "n"\n'


@pytest.mark.parametrize(
    "rest",
    [
        "first = 2030-05-03\nlast = 2030-05-01\n",
        "first = 2030-05-01\nlast = 2030-05-05\nwork = [2030-05-04]\n",
        "first = 2030-05-01\nlast = 2030-05-02\nwork = [2030-05-06]\n",
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(rest: str) -> None:
    with pytest.raises(CalendarDataError):
        parse_notice(NOTICE + rest)
