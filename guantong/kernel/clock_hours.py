"""The end of a period in hours, which runs around the clock except while it is paused."""

from datetime import datetime, timedelta

from guantong.kernel.clock_rule import Pause
from guantong.kernel.clock_working import MINUTES, Due, Step, stopped
from guantong.kernel.workdays import SHANGHAI


def run_hours(started: datetime, length: int, pauses: list[Pause]) -> Due:
    """Return the moment `length` unpaused hours after `started`; `pauses` are merged."""
    at = started + timedelta(hours=length)
    steps: list[Step] = []
    for pause in pauses:
        if pause.start > at:
            break
        begun = pause.start.astimezone(SHANGHAI)
        if pause.end is None:
            return stopped(begun, steps)
        resumed = pause.end.astimezone(SHANGHAI)
        lost = max(resumed - max(begun, started), timedelta(0))
        at += lost
        params = {"start": begun.isoformat(), "end": resumed.isoformat(), "unit": MINUTES}
        steps.append(Step("paused", {**params, "amount": lost // timedelta(minutes=1)}))
    return Due(at, True, False, tuple(steps))
