"""A day that turns out to be a holiday."""

from datetime import date, datetime
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.audit.models import Entry
from guantong.audit.seals import faults
from guantong.base.now import CHINA, acting_at
from guantong.deadlines import calendar
from guantong.matters.services import recompute_clocks
from guantong.opinions.services import submit_opinion

pytestmark = pytest.mark.django_db


def test_clocks_follow_the_calendar_there_and_back(code_a: Any, spoken: Any) -> None:
    with acting_at(datetime(2025, 3, 3, 9, tzinfo=CHINA)):
        opinion = submit_opinion(code=code_a, spoken=spoken())
    before = opinion.due_at
    calendar.adopt_calendar_day(day=date(2025, 3, 4), works=False, source="县政府公告：三月三")
    calendar.forget()
    assert recompute_clocks(actor=SYSTEM_ACTOR, reason="节日调整") == 1
    opinion.refresh_from_db()
    assert opinion.due_at == datetime(2025, 3, 5, 23, 59, 59, tzinfo=CHINA) != before
    calendar.withdraw_calendar_day(day=date(2025, 3, 4))
    calendar.forget()
    assert recompute_clocks(actor=SYSTEM_ACTOR, reason="撤销调整") == 1
    opinion.refresh_from_db()
    assert opinion.due_at == before
    assert Entry.objects.filter(chain=opinion.pk, action="recompute_clock").count() == 2
    assert list(faults()) == []
