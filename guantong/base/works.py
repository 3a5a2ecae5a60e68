"""Asking for long work, doing it step by step, and calling it off."""

from __future__ import annotations

from uuid import UUID

from django.core.files.base import ContentFile

from guantong.base.models import Work
from guantong.base.now import now


class WorkCancelled(Exception):  # noqa: N818 - it is a wish, not an error
    """The person who asked called the work off."""


def begin_work(*, what: str, total: int, person_id: int) -> Work:
    """Note down a piece of work of `total` steps; the caller gives it to the queue in the same transaction."""
    return Work.objects.create(what=what, total=total, asked_by_id=person_id, asked_at=now())


def report_progress(*, work_id: UUID, done: int) -> None:
    """Say how far the work is. Raises WorkCancelled when it is no longer wanted."""
    if not Work.objects.filter(pk=work_id, state=Work.State.RUNNING).update(done=done):
        raise WorkCancelled


def finish_work(*, work_id: UUID, name: str, content: bytes) -> None:
    """Keep what came of the work, unless it was called off meanwhile."""
    work = Work.objects.get(pk=work_id)
    if work.state == Work.State.RUNNING:
        work.file.save(name, ContentFile(content), save=False)
        work.state, work.done, work.ended_at = Work.State.DONE, work.total, now()
        work.save()


def fail_work(*, work_id: UUID, sentence: str) -> None:
    """Say why nothing came of it."""
    Work.objects.filter(pk=work_id, state=Work.State.RUNNING).update(
        state=Work.State.FAILED, sentence=sentence[:300], ended_at=now()
    )


def cancel_work(*, work: Work) -> None:
    """Call work off; what is finished stays."""
    Work.objects.filter(pk=work.pk, state=Work.State.RUNNING).update(state=Work.State.CANCELLED, ended_at=now())
