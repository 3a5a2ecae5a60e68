"""The shared fixtures give every person, code and state that tests ask for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from guantong.accounts.actors import Actor, actor_of
from guantong.accounts.models import Person, Role
from guantong.audit.verification import faults
from guantong.opinions.models import IntakeCode, Opinion, Outcome

ROLES = {
    "director_a": Role.DIRECTOR, "clerk_a": Role.CLERK, "second_clerk_a": Role.CLERK, "clerk_b": Role.CLERK,
    "presidium_a": Role.PRESIDIUM, "keeper_a": Role.KEEPER, "deputy_a": Role.DEPUTY,
    "department_a": Role.DEPARTMENT, "township_a": Role.DEPARTMENT, "city_clerk": Role.CITY,
    "auditor": Role.AUDITOR, "security_officer": Role.SECURITY, "sysadmin": Role.SYSADMIN,
}  # fmt: skip


@pytest.mark.parametrize("name", ROLES)
def test_each_person_holds_the_post_that_they_are_named_for(name: str, request: pytest.FixtureRequest) -> None:
    actor: Actor = request.getfixturevalue(name)
    assert actor.role == ROLES[name]
    assert actor_of(Person.objects.get(pk=actor.person_id)) == actor


@pytest.mark.parametrize("to", ["accepted", "assigned", "answered", "closing", "closed"])
def test_an_opinion_is_led_to_any_state(to: str, opinion_a: Opinion, walk: Callable[..., Opinion]) -> None:
    assert walk(opinion_a, to).state == to
    assert list(faults()) == []


def test_a_closed_opinion_is_confirmed(opinion_a: Opinion, walk: Callable[..., Opinion]) -> None:
    confirmed = walk(walk(opinion_a, "accepted"), "confirmed", outcome=Outcome.IN_PROGRESS)
    assert (confirmed.state, confirmed.outcome) == ("closed", "in_progress")
    assert confirmed.confirmed_at is not None


def test_each_code_carries_its_source(
    code_a: IntakeCode, stall_code_a: IntakeCode, deputy_code_a: IntakeCode, enterprise_code_a: IntakeCode
) -> None:
    codes = (code_a, stall_code_a, deputy_code_a, enterprise_code_a)
    assert [c.source for c in codes] == ["station", "stall", "deputy", "enterprise"]


def test_signing_in_makes_the_session_that_persons(
    client: Client, clerk_a: Actor, sign_in: Callable[[Client, Actor], Client]
) -> None:
    assert sign_in(client, clerk_a).session["_auth_user_id"] == str(clerk_a.person_id)
