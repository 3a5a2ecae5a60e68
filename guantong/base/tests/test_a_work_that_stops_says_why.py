"""No piece of long work stays under way for ever: however it stops, it says so."""

from typing import Any

import pytest

from guantong.base.models import Work
from guantong.base.refusals import Refusal
from guantong.base.works import WorkCancelled, begin_work, working

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(clerk_a: Any) -> Work:
    return begin_work(what="打印", total=3, person_id=clerk_a.person_id)


def stopped(work: Work) -> tuple[str, str]:
    work.refresh_from_db()
    return work.state, work.sentence


def test_a_refusal_is_told_in_its_own_sentence(work: Work) -> None:
    with working(work.pk):
        raise Refusal("没有字体。")
    assert stopped(work) == (Work.State.FAILED, "没有字体。")


@pytest.mark.parametrize("error", [ZeroDivisionError, MemoryError, KeyboardInterrupt])
def test_whatever_else_stops_it_is_told_and_raised_again(work: Work, error: type[BaseException]) -> None:
    with pytest.raises(error), working(work.pk):
        raise error
    state, sentence = stopped(work)
    assert state == Work.State.FAILED
    assert "没有料到" in sentence


def test_called_off_it_just_ends(work: Work) -> None:
    with working(work.pk):
        raise WorkCancelled
    assert stopped(work) == (Work.State.RUNNING, "")
