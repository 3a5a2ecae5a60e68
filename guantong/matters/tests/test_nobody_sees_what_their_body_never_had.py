"""What exists for a department, a township or a station: what it holds or held, and what it acted on."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.matters import search
from guantong.matters.models import Holding
from guantong.matters.selectors import visible
from guantong.opinions.models import Channel, Opinion
from guantong.opinions.services import hand_back_opinion, merge_opinion, record_opinion, submit_opinion
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db
LAMP = "民治村三组到小学的路灯坏了半个月，孩子放学看不清路。"
AGAIN = "三组到小学那段路灯坏了，已经半个月，放学的孩子看不见。"


@pytest.fixture
def lamp(code_a: Any, spoken: Any) -> Opinion:
    """One that no department ever had."""
    return submit_opinion(code=code_a, spoken=spoken(LAMP))


@pytest.fixture
def assigned(code_a: Any, spoken: Any, walk: Callable[..., Opinion], lamp: Opinion) -> Opinion:
    """One that says the same, and is with the water department."""
    again = walk(submit_opinion(code=code_a, spoken=spoken(AGAIN)), to="assigned")
    search.index_new_matters()
    return again


def sees(actor: Actor, opinion: Opinion) -> bool:
    return visible(actor).filter(pk=opinion.pk).exists()


def test_duplicates_that_one_may_not_open_are_not_named(
    client: Any, sign_in: Any, clerk_a: Actor, department_a: Actor, lamp: Opinion, assigned: Opinion
) -> None:
    url = reverse("desk:duplicates", args=[assigned.pk])
    assert lamp.title in sign_in(client, clerk_a).get(url).text
    assert lamp.title not in sign_in(client, department_a).get(url).text


def test_ties_to_matters_that_one_may_not_open_are_not_shown(
    client: Any, sign_in: Any, clerk_a: Actor, department_a: Actor, lamp: Opinion, assigned: Opinion
) -> None:
    merge_opinion(opinion=lamp, target=assigned, actor=clerk_a)
    url = reverse("desk:matter", args=[assigned.pk])
    assert lamp.title in sign_in(client, clerk_a).get(url).text
    assert lamp.title not in sign_in(client, department_a).get(url).text


def test_words_find_nothing_that_one_may_not_open(department_a: Actor, lamp: Opinion, assigned: Opinion) -> None:
    assert [m.pk for m in search.find("路灯", actor=department_a)] == [assigned.pk]


def test_a_body_goes_on_seeing_what_it_held_under_a_new_name(
    assigned: Opinion, department_a: Actor, hire: Any, body: Any
) -> None:
    hand_back_opinion(opinion=assigned, reason="不属我局", next_body="交通运输局", actor=department_a)
    Organisation.objects.filter(pk=department_a.organisation_id).update(name="乐业县水务局")
    renamed = hire("shuili-new", "新人", "department", body("shuili"))
    assert sees(renamed, assigned)


def test_whoever_recorded_an_opinion_goes_on_seeing_it(
    code_a: Any, spoken: Any, deputy_a: Actor, keeper_a: Actor, department_a: Actor
) -> None:
    told = record_opinion(code=code_a, spoken=spoken(), channel=Channel.SPOKEN, actor=deputy_a)
    assert sees(deputy_a, told)
    assert sees(keeper_a, told)
    assert not sees(department_a, told)


def test_an_opinion_of_the_public_is_in_nobodys_hands(lamp: Opinion, keeper_a: Actor) -> None:
    assert not Holding.objects.filter(matter=lamp).exists()
    assert not sees(keeper_a, lamp)


def test_the_ledger_is_not_searched_for_it(assigned: Opinion, department_a: Actor) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert sees(department_a, assigned)
    assert "audit_entry" not in asked.captured_queries[0]["sql"]


def test_the_migration_finds_the_same_in_the_entries_of_before(
    assigned: Opinion, lamp: Opinion, code_a: Any, spoken: Any, deputy_a: Actor, department_a: Actor
) -> None:
    hand_back_opinion(opinion=assigned, reason="不属我局", next_body="交通运输局", actor=department_a)
    record_opinion(code=code_a, spoken=spoken(), channel=Channel.SPOKEN, actor=deputy_a)
    written = set(Holding.objects.values_list("organisation_id", "matter_id", "since"))
    Holding.objects.all().delete()
    migration = import_module("guantong.matters.migrations.0004_who_held_a_matter_by_the_entries")
    with connection.cursor() as cursor:
        cursor.execute(migration.FROM_ENTRIES)
    assert set(Holding.objects.values_list("organisation_id", "matter_id", "since")) == written != set()
