"""The last day of a period in days, workdays or months, with pauses and rest days."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from guantong.kernel.clock_rule import ClockRule, Pause, Unit
from guantong.kernel.clock_working import Due, Step, stopped
from guantong.kernel.workdays import SHANGHAI, Calendar

END_OF_DAY = time(23, 59, 59)
"""24:00 of a day, written as the last second that still belongs to it."""

_DAY = timedelta(days=1)


def run_days(rule: ClockRule, started: datetime, length: int, calendar: Calendar, pauses: list[Pause]) -> Due:
    """Return the due moment of a rule not in hours; `started` is local, `pauses` are merged."""
    first = started.date() + _DAY if rule.start_next_day else started.date()
    last = _plain_end(rule.unit, first - _DAY, length, calendar)
    closing = END_OF_DAY if rule.end_of_day else started.time()
    steps = [Step("counted_from", {"day": first.isoformat()})]
    for pause in pauses:
        if pause.start > _moment(_rolled(rule.unit, last, calendar), closing):
            break
        if pause.end is None:
            return stopped(pause.start.astimezone(SHANGHAI).date(), steps)
        begun, resumed = _local_day(pause.start), _local_day(pause.end)
        last, lost = _pushed(rule.unit, last, max(begun, first), resumed, calendar)
        steps.append(_paused(begun, resumed, lost, rule.unit))
    end = _rolled(rule.unit, last, calendar)
    if end != last:
        steps.append(Step("rolled", {"day": last.isoformat(), "to": end.isoformat()}))
    if rule.unit is Unit.WORKDAYS:
        steps.append(_skipped(first, end, calendar))
    years = _unpublished(first if rule.unit is Unit.WORKDAYS else last, end, calendar)
    if years:
        steps.append(Step("provisional", {"years": "、".join(map(str, years))}))
    return Due(_moment(end, closing), True, bool(years), tuple(steps))


def _plain_end(unit: Unit, anchor: date, length: int, calendar: Calendar) -> date:
    if unit is Unit.WORKDAYS:
        return calendar.add_workdays(anchor, length)
    return _add_months(anchor, length) if unit is Unit.MONTHS else anchor + timedelta(days=length)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _rolled(unit: Unit, day: date, calendar: Calendar) -> date:
    return day if unit is Unit.WORKDAYS else calendar.next_workday(day)


def _pushed(unit: Unit, last: date, begun: date, resumed: date, calendar: Calendar) -> tuple[date, int]:
    """Leave out the days from `begun` up to `resumed`; return the new last day and how many they were."""
    if unit is Unit.WORKDAYS:
        lost = calendar.workdays_between(begun - _DAY, resumed - _DAY) if resumed > begun else 0
        return calendar.add_workdays(last, lost), lost
    # A pause that begins on the rest days before a rolled end must not outlast the period that it stops.
    pushed = max(last + max(resumed - begun, timedelta(0)), resumed)
    return pushed, (pushed - last).days


def _skipped(first: date, end: date, calendar: Calendar) -> Step:
    counted = calendar.workdays_between(first - _DAY, end)
    made_up = sum(first <= day <= end for day in calendar.work)
    return Step("skipped", {"off": (end - first).days + 1 - counted, "worked": made_up})


def _unpublished(start: date, end: date, calendar: Calendar) -> list[int]:
    return [year for year in range(start.year, end.year + 1) if not calendar.is_published(year)]


def _paused(begun: date, resumed: date, lost: int, unit: Unit) -> Step:
    counted = Unit.WORKDAYS if unit is Unit.WORKDAYS else Unit.CALENDAR_DAYS
    params = {"start": begun.isoformat(), "end": resumed.isoformat(), "unit": counted.value}
    return Step("paused", {**params, "amount": lost})


def _local_day(moment: datetime) -> date:
    return moment.astimezone(SHANGHAI).date()


def _moment(day: date, closing: time) -> datetime:
    return datetime.combine(day, closing, SHANGHAI)
