"""An account and a post are each given by another office, and the ledger knows of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from guantong.accounts.actors import Actor, actor_of
from guantong.accounts.models import Person, Role
from guantong.accounts.services import appoint, dismiss, person_chain, register_person
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.regions.models import Organisation

DAY = date(2025, 1, 1)
Body = Callable[..., Organisation]


def test_an_account_and_a_post_are_made_and_ended(sysadmin: Actor, security_officer: Actor, body: Body) -> None:
    person = register_person(username="xin", name="新人", password="chuntian-2025-liushui", actor=sysadmin)
    assert actor_of(person) is None
    post = appoint(
        person=person, role=Role.CLERK, organisation=body("deputy_affairs"), since=DAY, actor=security_officer
    )
    assert actor_of(person) == Actor.of(post)
    assert (
        appoint(
            person=person, role=Role.CLERK, organisation=body("deputy_affairs"), since=DAY, actor=security_officer
        ).pk
        == post.pk
    )
    dismiss(post=post, until=date(2025, 6, 30), actor=security_officer, reason="调离")
    assert actor_of(person) is None
    entries = list(Entry.objects.filter(chain=person_chain(person)).order_by("seq"))
    assert [(e.action, e.author) for e in entries] == [
        ("register_person", sysadmin.name),
        ("appoint", security_officer.name),
        ("dismiss", security_officer.name),
    ]
    assert "chuntian" not in "".join(str(e.content()) for e in entries)
    assert list(faults()) == []
    with pytest.raises(NotNow):
        dismiss(post=post, until=date(2025, 7, 1), actor=security_officer)


def test_the_password_opens_the_account(sysadmin: Actor) -> None:
    register_person(username="xin", name="新人", password="chuntian-2025-liushui", actor=sysadmin)
    request = RequestFactory().post("/")
    assert authenticate(request, username="xin", password="chuntian-2025-liushui") is not None
    assert authenticate(request, username="xin", password="qiutian-2025-liushui") is None


def test_a_taken_name_and_a_weak_password_are_told_beside_their_fields(sysadmin: Actor) -> None:
    with pytest.raises(BadInput) as refusal:
        register_person(username="", name=" ", password="abc", actor=sysadmin)
    assert set(refusal.value.fields) == {"username", "name", "password"}
    with pytest.raises(BadInput) as refusal:
        register_person(username="sysadmin", name="另一人", password=None, actor=sysadmin)
    assert set(refusal.value.fields) == {"username"}
    assert Person.objects.filter(username="sysadmin").count() == 1


@pytest.mark.parametrize("who", ["clerk_a", "security_officer", "auditor"])
def test_only_the_system_administrator_makes_accounts(who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotAllowed):
        register_person(username="xin", name="新人", password=None, actor=request.getfixturevalue(who))


@pytest.mark.parametrize("who", ["clerk_a", "sysadmin", "auditor"])
def test_only_the_security_officer_gives_posts(
    who: str, request: pytest.FixtureRequest, deputy_a: Actor, body: Body
) -> None:
    person = Person.objects.get(pk=deputy_a.person_id)
    with pytest.raises(NotAllowed):
        appoint(
            person=person,
            role=Role.CLERK,
            organisation=body("office"),
            since=DAY,
            actor=request.getfixturevalue(who),
        )


def test_a_security_officer_gives_no_post_of_another_county(
    security_officer: Actor, deputy_a: Actor, body: Body
) -> None:
    person = Person.objects.get(pk=deputy_a.person_id)
    with pytest.raises(NotAllowed):
        appoint(
            person=person,
            role=Role.CLERK,
            organisation=body("office", "451029"),
            since=DAY,
            actor=security_officer,
        )
