"""How much time is left before a due moment, or how long it has passed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from guantong.kernel.clock_rule import Unit, require_aware
from guantong.kernel.clock_working import Due, Say
from guantong.kernel.workdays import SHANGHAI, Calendar

_HOUR = timedelta(hours=1)
_LEFT, _LATE = "还有 {amount} {unit}", "已超 {amount} {unit}"
_LITTLE_LEFT, _LITTLE_LATE, _TODAY = "不足 1 小时", "已超不足 1 小时", "今天到期"
REMAINING_WORDS = (_LEFT, _LATE, _LITTLE_LEFT, _LITTLE_LATE, _TODAY)
"""What is said, for whoever translates it."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """`amount` whole units left, or passed when `overdue`; 0 means: due today, or within the hour."""

    overdue: bool
    amount: int
    unit: Unit

    def sentence(self, say: Say = str) -> str:
        """Say it: 还有 12 个工作日, 今天到期, 已超 3 天. `say` gives the words in another language."""
        if self.amount:
            words = say(_LATE if self.overdue else _LEFT)
            return words.format(amount=self.amount, unit=say(self.unit.label))
        if self.unit is Unit.HOURS:
            return say(_LITTLE_LATE if self.overdue else _LITTLE_LEFT)
        return say(_TODAY)


def remaining(due: Due | datetime, now: datetime, calendar: Calendar, unit: Unit) -> Remaining:
    """Return what is left at `now` in `unit` (months are told in days).

    What is overdue is told in calendar days, below a day in hours, because a delay does not rest on Sundays.
    Raises ValueError for naive times and for a clock that is paused.
    """
    at = due.at if isinstance(due, Due) else due
    if at is None:
        raise ValueError("a paused clock has no due moment")
    left = require_aware(at) - require_aware(now)
    due_day, today = at.astimezone(SHANGHAI).date(), now.astimezone(SHANGHAI).date()
    if left < timedelta(0):
        late = (today - due_day).days
        if late == 0 or (unit is Unit.HOURS and -left < timedelta(days=1)):
            return Remaining(True, -left // _HOUR, Unit.HOURS)
        return Remaining(True, late, Unit.CALENDAR_DAYS)
    if unit is Unit.HOURS:
        return Remaining(False, left // _HOUR, Unit.HOURS)
    if unit is Unit.WORKDAYS and (workdays := calendar.workdays_between(today, due_day)):
        return Remaining(False, workdays, Unit.WORKDAYS)
    return Remaining(False, (due_day - today).days, Unit.CALENDAR_DAYS)
