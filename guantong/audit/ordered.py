"""A verification that somebody asked for at the desk: done behind the page, with progress and a way to call it off."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from guantong.audit.verification import extent, faults
from guantong.base.models import Work
from guantong.base.works import begin_work, finish_work, report_progress, working

TASK = "verify_ledger"

STEP = 1000
"""Records between two reports of progress."""


@transaction.atomic
def order_verification(*, person_id: int) -> Work:
    """Put a verification of the whole ledger on the queue; the caller knows that this person may."""
    work = begin_work(what=_("逐条核对台账"), total=max(extent(), 1), person_id=person_id)
    app.configure_task(TASK).defer(work_id=str(work.pk))
    return work


def verify_for(*, work_id: UUID) -> None:
    """Verify, and keep with the work what does not hold, a line each; safe to run again."""
    with working(work_id):
        progress = _Progress(work_id)
        lines = [f"{fault.where}\t{fault.what}" for fault in faults(progress.more)]
        finish_work(work_id=work_id, name="ledger.txt", content="\n".join(lines).encode())


class _Progress:
    """Counts what was looked at, and tells the work from time to time."""

    def __init__(self, work_id: UUID) -> None:
        self.work_id, self.done, self.told = work_id, 0, 0
        report_progress(work_id=work_id, done=0)

    def more(self, count: int) -> None:
        self.done += count
        if self.done - self.told >= STEP:
            self.told = self.done
            report_progress(work_id=self.work_id, done=self.done)
