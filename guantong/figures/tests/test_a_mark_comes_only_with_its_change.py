"""A change that is taken back leaves no mark and no count; a change that stays always brings its mark."""

from uuid import uuid4

import pytest
from django.db import transaction

from guantong.figures.models import Mark
from guantong.figures.settle import settle
from guantong.figures.tests.conftest import LEYE, Office
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.opinions import services as opinions
from guantong.opinions.figures import COLLECTED
from guantong.opinions.models import IntakeCode
from guantong.opinions.services import Spoken


@pytest.mark.django_db
def test_a_submission_that_fails_is_not_marked(code_a: IntakeCode) -> None:
    settle()
    with transaction.atomic():
        opinions.submit_opinion(code=code_a, spoken=Spoken(uuid4(), "桥栏杆断了"))
        assert Mark.objects.exists()
        transaction.set_rollback(True)
    assert not Mark.objects.exists()


@pytest.mark.django_db
def test_a_value_counts_what_was_written_just_now(leye: Office, period: Period) -> None:
    before = value(COLLECTED, leye.region, period).amount
    leye.hear(leye.code(leye.stall), 1)
    assert Mark.objects.filter(region__startswith=LEYE).exists()
    assert value(COLLECTED, leye.region, period).amount == (before or 0) + 1
    assert not Mark.objects.exists()
