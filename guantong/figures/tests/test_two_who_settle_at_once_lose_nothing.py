"""Settling while others write, and while others settle: every committed record is counted, once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from guantong.figures.models import Cell, Mark
from guantong.figures.settle import differences, rebuild, settle
from guantong.figures.tests.conftest import Office
from guantong.opinions import services as opinions
from guantong.opinions.figures import COLLECTED
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.services import Spoken

WRITERS, EACH = 3, 12


def _write(code: IntakeCode) -> None:
    for number in range(EACH):
        opinions.submit_opinion(code=code, spoken=Spoken(uuid4(), f"第{number}件"))
    connection.close()


def _settle_often() -> int:
    taken = sum(settle() for _ in range(15))
    connection.close()
    return taken


def _rebuild_often() -> None:
    for _ in range(3):
        rebuild()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_threads_settle_while_others_write_and_rebuild(regions: object, office: Callable[[str], Office]) -> None:
    made = office("451028")
    code = made.code(made.station)
    with ThreadPoolExecutor() as pool:
        writing = [pool.submit(_write, code) for _ in range(WRITERS)]
        settling = [pool.submit(_settle_often) for _ in range(2)]
        rebuilding = pool.submit(_rebuild_often)
        for done in [*writing, *settling, rebuilding]:
            done.result()
    settle()
    assert Opinion.objects.count() == WRITERS * EACH
    assert Mark.objects.count() == 0
    assert sum(Cell.objects.filter(figure=COLLECTED.code).values_list("value", flat=True)) == WRITERS * EACH
    assert list(differences()) == []


@pytest.mark.django_db
def test_settling_ends_with_the_marks_that_were_there(leye: Office) -> None:
    waiting = Mark.objects.count()
    assert waiting > 0
    assert settle() == waiting
    assert settle() == 0
