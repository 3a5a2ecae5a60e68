"""A post that begins later does not act yet; one that began does, on that very day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import SYSTEM_ACTOR, Actor, actor_of, posts_held
from guantong.accounts.models import Person, Role
from guantong.accounts.services import appoint
from guantong.base.now import acting_at, now, today
from guantong.regions.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(security_officer: Actor, body: Callable[..., Organisation]) -> Person:
    """Will be a clerk of county A in 90 days."""
    person = Person.objects.create_person(username="xin", name="新人", password=None)
    since = today() + timedelta(days=90)
    appoint(person=person, role=Role.CLERK, organisation=body("deputy_affairs"), since=since, actor=SYSTEM_ACTOR)
    return person


def test_before_that_day_nobody_acts_in_it(newcomer: Person) -> None:
    assert actor_of(newcomer) is None
    assert not posts_held().filter(person=newcomer).exists()
    with acting_at(now() + timedelta(days=90)):
        actor = actor_of(newcomer)
    assert actor is not None
    assert actor.role == Role.CLERK


def test_signing_in_gives_no_post_before_its_day(client: Client, newcomer: Person) -> None:
    client.force_login(newcomer, backend="guantong.accounts.backends.PersonBackend")
    assert client.get("/desk/").status_code == 302
    with acting_at(now() + timedelta(days=90)):
        assert client.get("/desk/").status_code == 200


def test_a_post_to_come_does_not_hide_the_one_that_is_held(
    newcomer: Person, body: Callable[..., Organisation], client: Client
) -> None:
    appoint(person=newcomer, role=Role.DEPARTMENT, organisation=body("shuili"), since=today(), actor=SYSTEM_ACTOR)
    client.force_login(newcomer, backend="guantong.accounts.backends.PersonBackend")
    answer: Any = client.get("/desk/")
    assert answer.wsgi_request.actor.role == Role.DEPARTMENT
