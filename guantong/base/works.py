"""Asking for long work, doing it step by step, and calling it off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import F
from django.utils.translation import gettext as _
from psycopg.sql import SQL, Identifier

from guantong.base.models import Work
from guantong.base.now import now
from guantong.base.refusals import Refusal


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


def end_work(*, work_id: UUID) -> None:
    """Say within the work's own transaction that it is done. Raises WorkCancelled when it was called off."""
    running = Work.objects.filter(pk=work_id, state=Work.State.RUNNING)
    if not running.update(state=Work.State.DONE, done=F("total"), ended_at=now()):
        raise WorkCancelled


@contextmanager
def reporting_beside(work_id: UUID) -> Iterator[Callable[[int], None]]:
    """A way to report progress out of a transaction: over a connection of its own, or nobody would see it in time.

    What it yields takes the steps done, and raises WorkCancelled when the work is no longer wanted.
    """
    beside = connections.create_connection(DEFAULT_DB_ALIAS)
    report_on = SQL("UPDATE {} SET done = %s WHERE id = %s AND state = %s").format(Identifier(Work._meta.db_table))

    def report(done: int) -> None:
        with beside.cursor() as cursor:
            cursor.execute(report_on, [done, work_id, Work.State.RUNNING.value])
            if not cursor.rowcount:
                raise WorkCancelled

    try:
        yield report
    finally:
        beside.close()


def fail_work(*, work_id: UUID, sentence: str) -> None:
    """Say why nothing came of it."""
    Work.objects.filter(pk=work_id, state=Work.State.RUNNING).update(
        state=Work.State.FAILED, sentence=sentence[:300], ended_at=now()
    )


@contextmanager
def working(work_id: UUID) -> Iterator[None]:
    """Do a piece of work within the block: called off, it just ends; whatever else stops it is told with the work.

    A refusal is told in its own sentence. Anything unforeseen is raised again, so that the queue keeps it.
    """
    try:
        yield
    except WorkCancelled:
        return
    except Refusal as no:
        fail_work(work_id=work_id, sentence=no.sentence)
    except BaseException:
        fail_work(work_id=work_id, sentence=_("出了没有料到的问题，没有做成。请再试一次；仍不成功，请告诉系统管理员。"))
        raise


def cancel_work(*, work: Work) -> None:
    """Call work off; what is finished stays."""
    Work.objects.filter(pk=work.pk, state=Work.State.RUNNING).update(state=Work.State.CANCELLED, ended_at=now())
