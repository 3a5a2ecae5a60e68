"""When a period runs out: one pure function of rule, start, calendar, pauses and extension."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from guantong.kernel.clock_days import run_days
from guantong.kernel.clock_hours import run_hours
from guantong.kernel.clock_remaining import Remaining, remaining
from guantong.kernel.clock_rule import ClockRule, Pause, Unit, merged, period, require_aware
from guantong.kernel.clock_working import Due, Step
from guantong.kernel.procedure import Basis
from guantong.kernel.workdays import SHANGHAI, Calendar

__all__ = ["SHANGHAI", "Basis", "ClockRule", "Due", "Pause", "Remaining", "Step", "Unit", "due", "period", "remaining"]


def due(
    rule: ClockRule,
    started_at: datetime,
    *,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    extension: int = 0,
) -> Due:
    """Return when the period of `rule` that began at `started_at` runs out, with the working.

    Days: the day of the event is not counted (民法典 201); a month ends on the corresponding day, else on
    the last day of the month (202); a period in days or months whose last day is a rest day ends on the
    next workday (203; 法定休假日 is read as every day on which offices rest). Hours run around the clock.

    A pause counts only if it began before the period ran out. The day on which it begins is not counted,
    the day on which it ends is; hours are stopped to the second. `extension` is in the unit of the rule.

    Raises ValueError for a naive time and for an extension that the rule does not allow.
    """
    started = require_aware(started_at).astimezone(SHANGHAI)
    length = rule.length_with(extension)
    steps = [
        Step("started", {"at": started.isoformat()}),
        Step("period", {"amount": rule.amount, "unit": rule.unit.value}),
    ]
    if extension:
        steps.append(Step("extended", {"amount": extension, "unit": rule.unit.value}))
    breaks = merged(pauses)
    if rule.unit is Unit.HOURS:
        answer = run_hours(started, length, breaks)
    else:
        answer = run_days(rule, started, length, calendar, breaks)
    closing = () if answer.at is None else (Step("due", {"at": answer.at.isoformat()}),)
    return replace(answer, explanation=(*steps, *answer.explanation, *closing))
