"""`guantong ledger verify` holds accounts and posts against their entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Post, Role
from guantong.accounts.services import dismiss, person_chain
from guantong.audit.verification import faults
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db


def found() -> dict[str, str]:
    return {fault.where: fault.what for fault in faults()}


def test_posts_that_were_given_and_ended_agree(clerk_a: Actor, auditor: Actor) -> None:
    dismiss(post=Post.objects.get(person_id=clerk_a.person_id), until=date(2025, 6, 30), actor=SYSTEM_ACTOR)
    assert found() == {}


def test_a_post_slipped_in_is_found(department_a: Actor, body: Callable[..., Organisation]) -> None:
    committee = body("standing_committee")
    Post.objects.create(
        person_id=department_a.person_id,
        role=Role.DIRECTOR,
        organisation=committee,
        region_id=committee.region_id,
        since=date(2025, 1, 1),
    )
    assert found() == {"shuili-a": "任职与台账不符"}


@pytest.mark.parametrize("changed", [{"role": Role.DIRECTOR}, {"region_id": "451029"}, {"until": date(2025, 6, 30)}])
def test_a_changed_post_is_found(department_a: Actor, changed: dict[str, object]) -> None:
    Post.objects.filter(person_id=department_a.person_id).update(**changed)
    assert found() == {"shuili-a": "任职与台账不符"}


def test_an_ended_post_that_was_taken_up_again_is_found(department_a: Actor) -> None:
    post = Post.objects.get(person_id=department_a.person_id)
    dismiss(post=post, until=date(2025, 6, 30), actor=SYSTEM_ACTOR)
    Post.objects.filter(pk=post.pk).update(until=None)
    assert found() == {"shuili-a": "任职与台账不符"}


def test_an_account_slipped_in_is_found(db: None) -> None:
    Person.objects.create_person(username="hei", name="无名")
    assert found() == {"hei": "台账里没有登记这个账号"}


def test_a_removed_chain_of_a_person_is_found(department_a: Actor) -> None:
    person = Person.objects.get(pk=department_a.person_id)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM audit_entry WHERE chain = %s", [person_chain(person)])
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert {fault.what for fault in faults()} == {"台账里没有登记这个账号", "任职与台账不符"}
