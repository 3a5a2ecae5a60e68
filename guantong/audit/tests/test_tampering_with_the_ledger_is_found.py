"""The ledger against its own database's owner."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from guantong.audit import ledger
from guantong.audit.guard import restore_guard
from guantong.audit.models import Entry, Seal
from guantong.audit.seals import seal_day, seal_past_days
from guantong.audit.verification import extent, faults
from guantong.base.now import CHINA, acting_at, now, today
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.services import submit_opinion
from guantong.opinions.services.contact import view_contact

pytestmark = pytest.mark.django_db


def as_owner(sql: str, *values: Any) -> None:
    """What somebody with full rights on the database could run."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def found() -> dict[str, str]:
    """Where the ledger does not hold, and what is said of it."""
    return {fault.where: fault.what for fault in faults()}


@pytest.fixture
def closed(opinion_a: Opinion, walk: Callable[..., Opinion]) -> Opinion:
    return walk(opinion_a, to="closed")


def test_a_whole_ledger_has_no_fault(closed: Opinion) -> None:
    assert Entry.objects.filter(chain=closed.pk).count() == 6
    assert found() == {}


def test_every_record_that_is_looked_at_is_one_tick(closed: Opinion) -> None:
    told: list[int] = []
    list(faults(told.append))
    assert sum(told) == extent() > 6


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_or_remove_an_entry(closed: Opinion, sql: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal", "accounts_person"])
def test_the_database_refuses_to_empty_the_ledger(db: None, table: str) -> None:
    restore_guard()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_a_changed_entry_is_found(closed: Opinion) -> None:
    as_owner("UPDATE audit_entry SET author = '别人' WHERE chain = %s AND seq = 3", closed.pk)
    assert found() == {f"{closed.pk} #3": "内容与摘要不符"}


def test_each_of_two_changed_entries_is_found(closed: Opinion) -> None:
    as_owner("UPDATE audit_entry SET author = '别人' WHERE chain = %s AND seq IN (2, 5)", closed.pk)
    assert set(found()) == {f"{closed.pk} #2", f"{closed.pk} #5"}


def test_what_no_chain_can_hold_is_named_and_not_stumbled_over(closed: Opinion) -> None:
    as_owner(
        """UPDATE audit_entry SET data = '{"amount": 0.5, "changes": [1]}' WHERE chain = %s AND seq = 3""", closed.pk
    )
    assert found()[f"{closed.pk} #3"] == "内容与摘要不符"


def test_a_removed_entry_is_found(closed: Opinion) -> None:
    as_owner("DELETE FROM audit_entry WHERE chain = %s AND seq = 4", closed.pk)
    assert found()[f"{closed.pk} #5"] == "此前缺少第4条记录"


def test_a_removed_tail_is_found_before_any_seal(closed: Opinion) -> None:
    as_owner("DELETE FROM audit_entry WHERE chain = %s AND seq > 4", closed.pk)
    assert str(closed.pk) in found()


def test_a_removed_chain_is_found_before_any_seal(closed: Opinion) -> None:
    as_owner("DELETE FROM audit_entry WHERE chain = %s", closed.pk)
    assert found() == {str(closed.pk): "台账里没有这件事项"}


def test_a_removed_tail_that_no_move_wrote_is_found_once_its_day_is_sealed(opinion_a: Opinion, clerk_a: Any) -> None:
    with acting_at(now() - timedelta(days=2)):
        view_contact(opinion=opinion_a, actor=clerk_a)
    seal_past_days()
    as_owner("DELETE FROM audit_entry WHERE chain = %s AND action = 'view_contact'", opinion_a.pk)
    assert str(today() - timedelta(days=2)) in found()


def test_a_whole_chain_that_vanished_with_its_matter_is_found_once_its_day_is_sealed(
    code_a: IntakeCode, spoken: Callable[..., Any]
) -> None:
    with acting_at(now() - timedelta(days=2)):
        gone = submit_opinion(code=code_a, spoken=spoken("第一件"))
        submit_opinion(code=code_a, spoken=spoken("第二件"))
    seal_past_days()
    assert found() == {}
    for table, key in (
        ("audit_entry", "chain"),
        ("matters_clock", "matter_id"),
        ("opinions_opinion", "matter_ptr_id"),
        ("matters_matter", "id"),
    ):
        as_owner(f"DELETE FROM {table} WHERE {key} = %s", gone.pk)
    assert set(found()) == {str(today() - timedelta(days=2))}


def test_an_entry_put_on_a_past_day_without_a_seal_is_found(code_a: IntakeCode, spoken: Callable[..., Any]) -> None:
    for ago in (5, 2):
        with acting_at(now() - timedelta(days=ago)):
            submit_opinion(code=code_a, spoken=spoken(f"{ago}天前"))
    seal_past_days()
    assert found() == {}
    with acting_at(now() - timedelta(days=3)):
        submit_opinion(code=code_a, spoken=spoken("补记"))
    seal_past_days()
    assert found() == {str(today() - timedelta(days=3)): "这一天没有封存，却有1条记录"}


@pytest.mark.parametrize(("hour", "late"), [(1, 0), (4, 1)])
def test_yesterday_must_be_sealed_once_the_night_is_over(
    code_a: IntakeCode, spoken: Callable[..., Any], hour: int, late: int
) -> None:
    with acting_at(datetime(2027, 3, 1, 12, tzinfo=CHINA)):
        seal_past_days()
        submit_opinion(code=code_a, spoken=spoken())
    with acting_at(datetime(2027, 3, 2, hour, tzinfo=CHINA)):
        assert len(found()) == late


def test_a_removed_last_seal_is_found(code_a: IntakeCode, spoken: Callable[..., Any]) -> None:
    with acting_at(now() - timedelta(days=2)):
        submit_opinion(code=code_a, spoken=spoken())
    seal_past_days()
    as_owner("DELETE FROM audit_seal WHERE day = %s", today() - timedelta(days=2))
    assert found() == {str(today() - timedelta(days=2)): "这一天的1条记录还没有封存"}


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


def test_what_no_chain_can_hold_is_refused_when_it_is_entered(opinion_a: Opinion, clerk_a: Any) -> None:
    with pytest.raises(ValueError, match="float"):
        ledger.append(chain=opinion_a.pk, at=now(), author=clerk_a.author, action="x", data={"amount": 0.5})
