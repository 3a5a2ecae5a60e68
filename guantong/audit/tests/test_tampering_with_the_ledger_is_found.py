"""The ledger against its own database's owner."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from guantong.audit.models import Entry, Seal
from guantong.audit.seals import faults, seal_day, seal_past_days
from guantong.base.now import acting_at, now, today
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.services import submit_opinion

pytestmark = pytest.mark.django_db


def as_owner(sql: str, *values: Any) -> None:
    """What somebody with full rights on the database could run."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.fixture
def closed(opinion_a: Opinion, walk: Callable[..., Opinion]) -> Opinion:
    return walk(opinion_a, to="closed")


def test_a_whole_ledger_has_no_fault(closed: Opinion) -> None:
    assert Entry.objects.filter(chain=closed.pk).count() == 6
    assert list(faults()) == []


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_remove_an_entry(closed: Opinion, sql: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_changed_entry_is_found(closed: Opinion) -> None:
    as_owner("UPDATE audit_entry SET author = '别人' WHERE chain = %s AND seq = 3", closed.pk)
    assert [f.where for f in faults()] == [f"{closed.pk} #3"]


def test_a_removed_entry_is_found(closed: Opinion) -> None:
    as_owner("DELETE FROM audit_entry WHERE chain = %s AND seq = 4", closed.pk)
    assert any("entry 4 is missing" in f.what for f in faults())


def test_a_whole_chain_that_vanished_is_found_once_its_day_is_sealed(
    code_a: IntakeCode, spoken: Callable[..., Any]
) -> None:
    with acting_at(now() - timedelta(days=2)):
        gone = submit_opinion(code=code_a, spoken=spoken("第一件"))
        submit_opinion(code=code_a, spoken=spoken("第二件"))
    seal_past_days()
    assert list(faults()) == []
    as_owner("DELETE FROM audit_entry WHERE chain = %s", gone.pk)
    assert [f.where for f in faults()] == [str(today() - timedelta(days=2))]


def test_every_ended_day_is_sealed_once_and_today_is_not(code_a: IntakeCode, spoken: Callable[..., Any]) -> None:
    for ago in (3, 1):
        with acting_at(now() - timedelta(days=ago)):
            submit_opinion(code=code_a, spoken=spoken(f"{ago}天前"))
    seal_past_days()
    assert seal_past_days() == 0
    days = list(Seal.objects.values_list("day", flat=True))
    assert days[-2:] == [today() - timedelta(days=3), today() - timedelta(days=1)]
    with pytest.raises(ValueError, match="after it has ended"):
        seal_day(day=today())
