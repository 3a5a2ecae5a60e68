"""A day that turns out to be a holiday."""

from datetime import date, datetime
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.audit.models import Entry
from guantong.audit.seals import seal_past_days
from guantong.audit.verification import faults
from guantong.base.now import CHINA, acting_at
from guantong.base.refusals import BadInput, NotNow
from guantong.deadlines.calendar import adopt_calendar_day, calendar_chain, withdraw_calendar_day
from guantong.kernel import calendars, workdays
from guantong.matters.services import follow_calendar
from guantong.opinions.models import Opinion
from guantong.opinions.services import submit_opinion

pytestmark = pytest.mark.django_db
FESTIVAL = date(2025, 3, 4)


@pytest.fixture
def waiting(code_a: Any, spoken: Any) -> Opinion:
    """Due on Tuesday 4 March 2025; the clocks follow the calendar as it is."""
    with acting_at(datetime(2025, 3, 3, 9, tzinfo=CHINA)):
        opinion = submit_opinion(code=code_a, spoken=spoken())
    follow_calendar()
    return opinion


def due_day(opinion: Opinion) -> date:
    opinion.refresh_from_db()
    return opinion.due_at.astimezone(CHINA).date()


def test_clocks_follow_the_calendar_there_and_back(waiting: Opinion) -> None:
    before = waiting.due_at
    adopt_calendar_day(day=FESTIVAL, works=False, source="县政府公告：三月三", actor=SYSTEM_ACTOR)
    assert follow_calendar() == 1
    assert due_day(waiting) == date(2025, 3, 5)
    withdraw_calendar_day(day=FESTIVAL, actor=SYSTEM_ACTOR)
    assert follow_calendar() == 1
    assert due_day(waiting) == FESTIVAL
    assert waiting.due_at == before
    assert Entry.objects.filter(chain=waiting.pk, action="recompute_clock").count() == 2
    seal_past_days()
    assert list(faults()) == []


def test_a_calendar_that_did_not_change_is_not_followed_again(
    waiting: Opinion, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(2):
        assert follow_calendar() == 0


def test_a_change_and_its_withdrawal_are_entries(db: None) -> None:
    adopt_calendar_day(day=FESTIVAL, works=False, source="县政府公告", actor=SYSTEM_ACTOR)
    withdraw_calendar_day(day=FESTIVAL, actor=SYSTEM_ACTOR)
    entries = Entry.objects.filter(chain=calendar_chain(FESTIVAL)).order_by("seq")
    assert [entry.action for entry in entries] == ["adopt_calendar_day", "withdraw_calendar_day"]
    assert entries[0].data == {"works": False, "source": "县政府公告"}


def test_a_change_needs_its_basis_and_a_withdrawal_its_change(db: None) -> None:
    with pytest.raises(BadInput):
        adopt_calendar_day(day=FESTIVAL, works=False, source=" ", actor=SYSTEM_ACTOR)
    with pytest.raises(NotNow, match="2025-03-04"):
        withdraw_calendar_day(day=FESTIVAL, actor=SYSTEM_ACTOR)


def test_a_notice_that_comes_with_a_release_ends_what_was_provisional(
    code_a: Any, spoken: Any, monkeypatch: Any
) -> None:
    year = max(notice.year for notice in calendars.standard_notices() if notice.published) + 1
    with acting_at(datetime(year, 3, 1, 9, tzinfo=CHINA)):
        opinion = submit_opinion(code=code_a, spoken=spoken())
    follow_calendar()
    assert opinion.clocks.get().provisional
    notice = calendars.YearNotice(year, True, "国务院办公厅通知", frozenset(), frozenset())
    shipped = workdays.Calendar((*calendars.standard_notices(), notice))
    monkeypatch.setattr(workdays.Calendar, "standard", staticmethod(lambda: shipped))
    assert follow_calendar() == 0
    assert not opinion.clocks.get().provisional
