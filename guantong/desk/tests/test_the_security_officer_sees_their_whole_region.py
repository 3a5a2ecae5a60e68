"""Posts and failed sign-ins: of a city's officer, those of every county; without failures, that is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.accounts.models import Person, Post
from guantong.conftest import CITY

pytestmark = pytest.mark.django_db
SignIn = Callable[[Client, Actor], Client]


@pytest.fixture(autouse=True)
def _of_the_city(security_officer: Actor) -> None:
    Post.objects.filter(person_id=security_officer.person_id).update(region_id=CITY)


def failed(username: str) -> None:
    AccessAttempt.objects.create(
        username=username, ip_address="10.0.0.7", failures_since_start=2, get_data="", post_data=""
    )


def test_posts_of_every_county_are_listed(
    client: Client, sign_in: SignIn, security_officer: Actor, clerk_a: Actor, clerk_b: Actor
) -> None:
    page = sign_in(client, security_officer).get(reverse("desk:security")).content.decode()
    for actor in (clerk_a, clerk_b, security_officer):
        assert actor.name in page
    assert "乐业县" in page
    assert "田林县" in page
    assert "没有登录失败的记录" in page


def test_failures_of_accounts_and_of_nobodys_names_are_shown(
    client: Client, sign_in: SignIn, security_officer: Actor, clerk_b: Actor
) -> None:
    failed(Person.objects.get(pk=clerk_b.person_id).username)
    failed("admin")
    page = sign_in(client, security_officer).get(reverse("desk:security")).content.decode()
    assert page.count("10.0.0.7") == 2
    assert "没有登录失败的记录" not in page
