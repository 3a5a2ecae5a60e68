"""The auditor, the security officer and the system administrator are never one person."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import ADMINISTRATORS, Person, Post, Role
from guantong.accounts.services import appoint, dismiss
from guantong.base.refusals import BadInput
from guantong.regions.models import Organisation

DAY = date(2025, 1, 1)


@pytest.mark.parametrize(("held", "wanted"), list(itertools.permutations(sorted(ADMINISTRATORS), 2)))
def test_one_administrator_cannot_be_made_another(
    hire: Callable[..., Actor], body: Callable[..., Organisation], held: Role, wanted: Role
) -> None:
    person = Person.objects.get(pk=hire("one", "韦一", held, body("office")).person_id)
    with pytest.raises(BadInput) as refusal:
        appoint(person=person, role=wanted, organisation=body("office"), since=DAY, actor=SYSTEM_ACTOR)
    assert "互不兼任" in refusal.value.fields["role"]
    assert person.posts.count() == 1


@pytest.mark.parametrize("first", [Role.AUDITOR, Role.CLERK])
def test_an_administrator_holds_no_other_post(
    hire: Callable[..., Actor], body: Callable[..., Organisation], first: Role
) -> None:
    second = Role.CLERK if first == Role.AUDITOR else Role.AUDITOR
    person = Person.objects.get(pk=hire("one", "韦一", first, body("office")).person_id)
    with pytest.raises(BadInput):
        appoint(person=person, role=second, organisation=body("office"), since=DAY, actor=SYSTEM_ACTOR)


def test_after_leaving_the_one_post_the_other_can_be_taken(
    hire: Callable[..., Actor], body: Callable[..., Organisation]
) -> None:
    person = Person.objects.get(pk=hire("one", "韦一", Role.AUDITOR, body("office")).person_id)
    dismiss(post=Post.objects.get(person=person), until=date(2025, 6, 30), actor=SYSTEM_ACTOR)
    appoint(person=person, role=Role.SECURITY, organisation=body("office"), since=DAY, actor=SYSTEM_ACTOR)
    assert list(person.posts.filter(until__isnull=True).values_list("role", flat=True)) == ["security"]
