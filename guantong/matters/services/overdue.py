"""Becoming late: the ladder of reminder 催办, supervision 督办 and report to the chair 报告主任会议."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.base.now import CHINA, local_day, now
from guantong.deadlines.calendar import calendar
from guantong.matters.models import Clock, Matter
from guantong.matters.registry import kind_by_code
from guantong.matters.services.perform import perform
from guantong.notifications.notices import Notice
from guantong.regions import rulebook
from guantong.regions.models import Organisation, OrganisationKind

LADDER = ("remind", "supervise", "report_to_chair")
"""The automatic transitions of a late matter, in order."""

SETTING = "overdue.ladder"
DEFAULT_DAYS = {"supervise": 3, "report_to_chair": 7}
"""Working days after the due day at which the second and third step are taken [M]."""

TOLD = {
    "remind": (),
    "supervise": (OrganisationKind.STANDING_COMMITTEE,),
    "report_to_chair": (OrganisationKind.CHAIR_COUNCIL,),
}


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did."""

    steps: int


def sweep_overdue(*, limit: int = 200) -> Swept:
    """Take the next step of every clock whose time for it has come, at most `limit`; each is an entry.

    Safe to run in several workers at once: a clock that another holds is passed over.
    """
    due = Clock.objects.filter(ended_at__isnull=True, next_step_at__lte=now()).order_by("next_step_at")
    steps = 0
    for clock_id in list(due.values_list("pk", flat=True)[:limit]):
        steps += _step(clock_id)
    return Swept(steps)


@transaction.atomic
def _step(clock_id: int) -> int:
    clock = (
        Clock.objects.select_for_update(skip_locked=True)
        .filter(pk=clock_id, ended_at__isnull=True, next_step_at__lte=now())
        .first()
    )
    if clock is None or clock.due_at is None:
        return 0
    base = Matter.objects.get(pk=clock.matter_id)
    matter = kind_by_code(base.kind).model._default_manager.get(pk=base.pk)
    step = LADDER[min(clock.stage, len(LADDER) - 1)]
    clock.stage += 1
    clock.next_step_at = _next_step_at(clock, matter.region_id)
    clock.save(update_fields=["stage", "next_step_at"])
    perform(
        matter=matter,
        transition=step,
        actor=SYSTEM_ACTOR,
        data={"clock": clock.code, "due": clock.due_at.isoformat()},
        tell=_notices(matter, step, clock),
    )
    return 1


def _next_step_at(clock: Clock, region_code: str) -> datetime | None:
    if clock.stage >= len(LADDER) or clock.due_at is None:
        return None
    days: Mapping[str, Any] = rulebook.setting_value(
        SETTING, DEFAULT_DAYS, region_code=region_code, on=local_day(clock.started_at)
    )
    day = calendar().add_workdays(local_day(clock.due_at), int(days[LADDER[clock.stage]]))
    return datetime.combine(day, clock.due_at.astimezone(CHINA).timetz())


def _notices(matter: Matter, step: str, clock: Clock) -> list[Notice]:
    label = kind_by_code(matter.kind).procedure.by_code[step].label
    text = f"{label}：“{clock.rule['name']}”时限已过。"
    told = [matter.holder_id] if matter.holder_id else []
    bodies = Organisation.objects.filter(region_id=matter.region_id, kind__in=TOLD[step], active=True)
    told += [pk for pk in bodies.values_list("pk", flat=True) if pk not in told]
    return [Notice(pk, text) for pk in told]
