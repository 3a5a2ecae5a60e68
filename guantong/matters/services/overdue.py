"""Becoming late: the ladder of reminder 催办, supervision 督办 and report to the chair 报告主任会议."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.accounts.models import Role
from guantong.base.now import now
from guantong.kernel.late_moves import LADDER
from guantong.matters.ladder import next_step_at
from guantong.matters.models import Clock, Matter
from guantong.matters.registry import kind_by_code
from guantong.matters.services.locking import lock_if_free
from guantong.matters.services.perform import perform
from guantong.notifications.notices import Notice, to_roles

log = logging.getLogger(__name__)

TOLD = {
    "remind": (Role.CLERK,),
    "supervise": (Role.CLERK,),
    "report_to_chair": (Role.CLERK, Role.DIRECTOR),
}
"""Whose bodies are told of each step besides the one whose move it is: 代表工委 always, in the end the directors."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did: the steps that it took, and those that failed and will be tried again."""

    steps: int
    failed: int


def sweep_overdue(*, limit: int = 200) -> Swept:
    """Take the next step of every clock whose time for it has come, at most `limit`; each is an entry.

    Safe to run in several workers at once: a matter that another holds is passed over. One step that fails
    is logged with its clock's id and does not stop the others.
    """
    steps = failed = 0
    for clock_id, matter_id in list(_due().order_by("next_step_at").values_list("pk", "matter_id")[:limit]):
        try:
            steps += _step(clock_id, matter_id)
        except Exception:
            log.exception("the overdue step of clock %s failed", clock_id)
            failed += 1
    return Swept(steps, failed)


def _due() -> QuerySet[Clock]:
    return Clock.objects.filter(ended_at__isnull=True, due_at__isnull=False, next_step_at__lte=now())


@transaction.atomic
def _step(clock_id: int, matter_id: UUID) -> int:
    matter = lock_if_free(matter_id)
    clock = _due().filter(pk=clock_id).first() if matter else None
    if matter is None or clock is None or clock.due_at is None:
        return 0
    step = LADDER[min(clock.stage, len(LADDER) - 1)]
    clock.stage += 1
    clock.next_step_at = next_step_at(clock, matter.region_id)
    clock.save(update_fields=["stage", "next_step_at"])
    perform(
        matter=matter,
        transition=step,
        actor=SYSTEM_ACTOR,
        data={"clock": clock.code, "due": clock.due_at.isoformat()},
        tell=_notices(matter, step, clock),
    )
    return 1


def _notices(matter: Matter, step: str, clock: Clock) -> list[Notice]:
    label = kind_by_code(matter.kind).procedure.by_code[step].label
    text = _("%(step)s：“%(clock)s”时限已过。") % {"step": label, "clock": clock.rule["name"]}
    told = {notice.organisation_id: notice for notice in to_roles(matter.region_id, TOLD[step], text)}
    if matter.holder_id is not None:
        told[matter.holder_id] = Notice(matter.holder_id, text)
    return list(told.values())
