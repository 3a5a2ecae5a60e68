"""`guantong ledger verify` holds every matter against its entries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from guantong.audit.verification import faults
from guantong.base.now import now
from guantong.base.satisfaction import Satisfaction
from guantong.matters.models import Matter
from guantong.opinions.models import Opinion
from guantong.opinions.services import confirm_opinion, reopen_opinion
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db


def said_of(matter: Matter) -> list[str]:
    return [fault.what for fault in faults() if fault.where == str(matter.pk)]


@pytest.fixture
def answered(opinion_a: Opinion, walk: Callable[..., Opinion]) -> Opinion:
    return walk(opinion_a)


def test_a_matter_that_went_every_way_agrees_with_its_entries(
    answered: Opinion, walk: Callable[..., Opinion], clerk_a: Any, body: Any
) -> None:
    confirm_opinion(opinion=answered, rated_process=Satisfaction.FAIR, rated_result=Satisfaction.SATISFIED)
    reopen_opinion(opinion=walk(answered, to="closed"), reason="又塌了")
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"state": "closed"}, "台账止于“已答复”，事项却处于“已办结”"),
        ({"closed_at": now() + timedelta(days=1)}, "办结时间与台账不符"),
        ({"version": 9}, "台账记有4步，事项却走了9步"),
        ({"holder": None}, "“holder”与台账不符"),
        ({"title": "路灯不亮"}, "内容与台账所记的摘要不符"),
        ({"place_id": "451028100"}, "内容与台账所记的摘要不符"),
    ],
)
def test_a_row_changed_by_hand_is_found(answered: Opinion, changed: dict[str, Any], said: str) -> None:
    Matter.objects.filter(pk=answered.pk).update(**changed)
    assert said in said_of(answered)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"body": "我没有这样说过。"}, "内容与台账所记的摘要不符"),
        ({"answer": "已经答复过了。"}, "内容与台账所记的摘要不符"),
        ({"outcome": "planned"}, "“结果”与台账不符"),
        ({"answered_at": now()}, "“answered at”与台账不符"),
    ],
)
def test_an_opinion_changed_by_hand_is_found(answered: Opinion, changed: dict[str, Any], said: str) -> None:
    Opinion.objects.filter(pk=answered.pk).update(**changed)
    assert said in said_of(answered)


def test_a_body_that_was_renamed_is_no_fault(answered: Opinion) -> None:
    Organisation.objects.filter(pk=answered.holder_id).update(name="乐业县水务局")
    assert list(faults()) == []


def remove(matter: Matter, **tables: str) -> None:
    """Delete the matter's rows from tables, as their owner could."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, key in tables.items():
            cursor.execute(f"DELETE FROM {table} WHERE {key} = %s", [matter.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_a_matter_without_its_content_is_found(answered: Opinion) -> None:
    remove(answered, opinions_opinion="matter_ptr_id")
    assert said_of(answered) == ["事项的内容已经不在，或程序版本不明"]


def test_a_matter_that_is_gone_is_found(answered: Opinion) -> None:
    keys = {"matters_clock": "matter_id", "matters_holding": "matter_id", "opinions_opinion": "matter_ptr_id"}
    remove(answered, **keys, matters_matter="id")
    assert said_of(answered) == ["台账里有这件事项，事项却已经不在"]
