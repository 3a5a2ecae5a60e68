"""Everything that nobody waits for is scheduled, does its work, and leaves nothing behind."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import croniter
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from procrastinate.contrib.django import app
from procrastinate.periodic import PeriodicDeferrer
from procrastinate.testing import InMemoryConnector

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.attachments.images import read_photo
from guantong.attachments.models import Attachment
from guantong.attachments.selectors import DRAFT
from guantong.attachments.services import keep_photo
from guantong.audit.models import Seal
from guantong.base.now import CHINA, acting_at, now
from guantong.figures.models import Mark
from guantong.matters.models import Matter
from guantong.opinions.models import Opinion
from guantong.project.commands import worker

CRON = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
NIGHTLY = {"seal_past_days", "follow_the_calendar", "keep_house"}


def run(name: str) -> None:
    """Do a periodic job's work as the worker would."""
    with patch("guantong.project.jobs.close_old_connections"):
        app.tasks[name].func(timestamp=0)


def test_every_periodic_service_is_scheduled() -> None:
    assert set(CRON) == {"sweep_overdue", "follow_writes", *NIGHTLY}


@pytest.mark.parametrize("name", sorted(NIGHTLY))
def test_nightly_work_is_done_at_night_in_china(name: str) -> None:
    # the queue reads the schedule in UTC
    at = datetime.fromtimestamp(croniter.croniter(CRON[name], 0.0).get_next(float), CHINA)
    assert 1 <= at.hour < 5


@pytest.mark.django_db
def test_late_matters_take_their_next_step(opinion_a: Opinion) -> None:
    with acting_at(now() + timedelta(days=60)):
        run("sweep_overdue")
    assert Matter.objects.get(pk=opinion_a.pk).version > opinion_a.version


@pytest.mark.django_db
def test_writes_are_followed(opinion_a: Opinion) -> None:
    assert Mark.objects.exists()
    run("follow_writes")
    assert not Mark.objects.exists()


@pytest.mark.django_db
def test_days_that_ended_are_sealed(opinion_a: Opinion) -> None:
    with acting_at(now() + timedelta(days=1)):
        run("seal_past_days")
    assert Seal.objects.exists()


def picture(shade: int) -> Any:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(buffer, "PNG")
    return read_photo(SimpleUploadedFile("a.png", buffer.getvalue()))


@pytest.mark.django_db
def test_photos_of_forms_never_sent_are_removed_however_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guantong.project.housekeeping.AT_A_TIME", 2)
    with acting_at(now() - timedelta(days=2)):
        old = [keep_photo(owner=uuid4(), photo=picture(n), actor=CITIZEN_ACTOR, role=DRAFT) for n in range(5)]
    fresh = keep_photo(owner=uuid4(), photo=picture(9), actor=CITIZEN_ACTOR, role=DRAFT)
    run("keep_house")
    assert list(Attachment.objects.all()) == [fresh]
    assert not any(row.file.storage.exists(row.file.name) for row in old)


@pytest.mark.django_db
def test_sessions_that_ended_are_removed() -> None:
    for age in (-60, 600):
        session = SessionStore()
        session.set_expiry(age)
        session.save()
    run("keep_house")
    assert Session.objects.count() == 1


@pytest.mark.parametrize(("fails", "left"), [(False, []), (True, ["failed"])])
def test_a_job_that_is_done_leaves_the_queue(fails: bool, left: list[str]) -> None:
    queue = InMemoryConnector()
    with patch("guantong.project.jobs.keep_house") as work, ThreadPoolExecutor(1) as apart:
        work.side_effect = ValueError if fails else None
        # in a thread of its own: Playwright leaves its event loop running in this one
        apart.submit(_one_job, queue).result()
    assert [job["status"] for job in queue.jobs.values()] == left


def _one_job(queue: InMemoryConnector) -> None:
    with (
        app.replace_connector(queue) as jobs,
        patch("guantong.project.jobs.close_old_connections"),
        patch.object(PeriodicDeferrer, "worker", _nothing),
    ):
        jobs.configure_task("keep_house").defer(timestamp=0)
        worker.work_off(jobs, wait=False)


async def _nothing(self: PeriodicDeferrer) -> None:
    """No further job while this one is looked at."""
