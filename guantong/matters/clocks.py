"""Starting, pausing, ending and reading the clocks of a matter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from guantong.base.now import local_day
from guantong.deadlines.calendar import calendar
from guantong.deadlines.rules import as_json, from_json, rule_in_force
from guantong.kernel.clock import ClockRule, Due, Pause, due
from guantong.kernel.procedure import Transition
from guantong.matters.models import NO_DUE, Clock, Matter


def due_of(clock: Clock) -> Due:
    """The clock's due moment with its working, computed anew from what is stored."""
    return due_beside(clock, from_json(clock.rule), extension=clock.extension)


def due_beside(clock: Clock, rule: ClockRule, *, extension: int = 0) -> Due:
    """When a period of another rule runs out that began with this clock and rests when it rests."""
    pauses = [
        Pause(datetime.fromisoformat(start), datetime.fromisoformat(end) if end else None)
        for start, end in clock.pauses
    ]
    return due(rule, clock.started_at, calendar=calendar(), pauses=pauses, extension=extension)


def new_clock(matter: Matter, code: str, *, at: datetime) -> Clock:
    """A clock that starts now under the rule in force for the matter's region, or to the day agreed; not yet saved."""
    rule = rule_in_force(code, region_code=matter.region_id, on=local_day(at))
    if rule.agreed_in and (agreed := getattr(matter, rule.agreed_in)):
        rule = rule.until(agreed, local_day(at))
    clock = Clock(matter=matter, code=code, rule=as_json(rule), started_at=at)
    _set_due(clock, due(rule, at, calendar=calendar()))
    return clock


def refresh(clock: Clock) -> None:
    """Set the due moment and, for a clock that is not late yet, the first step of its ladder."""
    _set_due(clock, due_of(clock))


def _set_due(clock: Clock, answer: Due) -> None:
    clock.due_at = answer.at
    clock.provisional = answer.provisional
    if clock.stage == 0:
        clock.next_step_at = answer.at + timedelta(seconds=1) if answer.at else None


def earliest(clocks: Iterable[Clock]) -> datetime:
    """When the first of the running clocks runs out; NO_DUE when none runs."""
    return min((c.due_at for c in clocks if c.ended_at is None and c.due_at), default=NO_DUE)


def turn(matter: Matter, move: Transition, *, at: datetime, final: bool) -> list[Clock]:
    """Apply a transition to the running clocks of a matter, save them, and return those that still run.

    In a `final` state none does. The caller holds the matter's lock, which is that of its clocks too.
    """
    running = list(matter.clocks.filter(ended_at__isnull=True))
    for clock in running:
        if final or clock.code in move.ends:
            clock.ended_at = at
        elif clock.code in move.pauses and clock.due_at:
            clock.pauses = [*clock.pauses, [at.isoformat(), None]]
            refresh(clock)
        elif clock.code in move.resumes and clock.pauses and clock.pauses[-1][1] is None:
            clock.pauses = [*clock.pauses[:-1], [clock.pauses[-1][0], at.isoformat()]]
            refresh(clock)
        else:
            continue
        clock.save()
    still = [clock for clock in running if clock.ended_at is None]
    starts = set() if final else set(move.starts_for(matter)) - {clock.code for clock in still}
    started = [new_clock(matter, code, at=at) for code in sorted(starts)]
    Clock.objects.bulk_create(started)
    return [*still, *started]
