"""The working-day calendar: which days count, with 调休 make-up workdays, and how to count them fast."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from guantong.kernel.calendars import YearNotice, standard_notices

SHANGHAI = ZoneInfo("Asia/Shanghai")
"""The time zone in which offices keep their days."""

FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the statutory holidays of fixed date (全国年节及纪念日放假办法)."""

_RULE_SOURCE = "全国年节及纪念日放假办法（2024年修订）中日期固定的节日，{year}年放假安排未收录"


@dataclass(frozen=True, slots=True)
class Calendar:
    """An immutable working-day calendar.

    `off` and `work` hold only what differs from the plain rule of the year: Monday to Friday are worked,
    and in a year without a notice the fixed statutory holidays are off as well. A year is *provisional* when
    it has no published notice: its dates may still move.
    """

    notices: tuple[YearNotice, ...] = ()
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    _known: dict[int, YearNotice] = field(default_factory=dict, init=False, repr=False, compare=False)
    _years: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._known.update((notice.year, notice) for notice in self.notices)

    @staticmethod
    @cache
    def standard() -> "Calendar":
        """Return the national calendar from the package's data."""
        notices = standard_notices()
        off = frozenset().union(*(notice.days_off for notice in notices))
        work = frozenset().union(*(notice.make_up_days for notice in notices))
        return Calendar(notices).with_days(off=off, work=work)

    def with_days(self, off: Iterable[date] = (), work: Iterable[date] = ()) -> "Calendar":
        """Return a calendar in which the days of `off` are rest days and those of `work` are workdays.

        Raises ValueError when a day is in both.
        """
        resting, working = frozenset(off), frozenset(work)
        if resting & working:
            raise ValueError(f"both off and worked: {sorted(map(str, resting & working))}")
        all_off = (self.off - working) | {day for day in resting if self._by_rule(day)}
        all_work = (self.work - resting) | {day for day in working if not self._by_rule(day)}
        return Calendar(self.notices, frozenset(all_off), frozenset(all_work))

    def is_workday(self, day: date) -> bool:
        """Say whether offices work on `day`."""
        if day in self.work:
            return True
        return day not in self.off and self._by_rule(day)

    def is_published(self, year: int) -> bool:
        """Say whether the State Council's notice for `year` is in the calendar."""
        notice = self._known.get(year)
        return notice is not None and notice.published

    def add_workdays(self, day: date, count: int) -> date:
        """Return the `count`-th workday after `day` (before it when negative; `day` itself for 0).

        Raises OverflowError beyond the years that `date` can hold.
        """
        if count == 0:
            return day
        year, ordinal = day.year, day.toordinal()
        days = self._workdays_of(year)
        index = bisect_right(days, ordinal) + count - 1 if count > 0 else bisect_left(days, ordinal) + count
        while index >= len(days):
            index -= len(days)
            year += 1
            days = self._workdays_of(year)
        while index < 0:
            year -= 1
            days = self._workdays_of(year)
            index += len(days)
        return date.fromordinal(days[index])

    def workdays_between(self, start: date, end: date) -> int:
        """Count the workdays after `start` up to and including `end`; negative if `end` is earlier."""
        if end < start:
            return -self.workdays_between(end, start)
        before = bisect_right(self._workdays_of(start.year), start.toordinal())
        whole = sum(len(self._workdays_of(year)) for year in range(start.year, end.year))
        return whole - before + bisect_right(self._workdays_of(end.year), end.toordinal())

    def next_workday(self, day: date) -> date:
        """Return `day` if it is worked, else the first workday after it."""
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def sources(self, start: date, end: date) -> tuple[str, ...]:
        """Say, in Chinese, which notice or rule each year from `start` to `end` rests on."""
        return tuple(self._source(year) for year in range(start.year, end.year + 1))

    def _source(self, year: int) -> str:
        notice = self._known.get(year)
        return notice.source if notice else _RULE_SOURCE.format(year=year)

    def _by_rule(self, day: date) -> bool:
        if day.weekday() > 4:
            return False
        return day.year in self._known or (day.month, day.day) not in FIXED_HOLIDAYS

    def _workdays_of(self, year: int) -> tuple[int, ...]:
        days = self._years.get(year)
        if days is None:
            if not date.min.year <= year <= date.max.year:
                raise OverflowError(f"no calendar for the year {year}")
            first = date(year, 1, 1)
            length = (date(year, 12, 31) - first).days + 1
            every = (first + timedelta(days=offset) for offset in range(length))
            days = self._years[year] = tuple(day.toordinal() for day in every if self.is_workday(day))
        return days
