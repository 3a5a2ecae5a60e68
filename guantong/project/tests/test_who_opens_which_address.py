"""Every address × every role, asked of the site itself: it opens to whom the permission table names, to nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from guantong.accounts.actors import CITIZEN
from guantong.accounts.checks import addresses, every_address_is_in_the_table
from guantong.accounts.permissions import EVERYONE, admitted, table
from guantong.opinions.models import IntakeCode, Opinion
from guantong.project.permissions import TABLE

PEOPLE = (
    "director_a", "clerk_a", "presidium_a", "keeper_a", "deputy_a", "department_a", "city_clerk", "auditor",
    "security_officer", "sysadmin",
)  # fmt: skip
CODES = {"desk:move": "accept", "portal:act": "confirm"}
SHORT_OF = {name: roles for name, roles in TABLE.items() if name != "desk:worklist"}
TOO_MUCH = {**TABLE, "desk:nowhere": EVERYONE}


def _patterns(resolver: URLResolver, namespace: str = "") -> Mapping[str, URLPattern]:
    found: dict[str, URLPattern] = {}
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            found |= _patterns(one, ":".join(filter(None, [namespace, one.namespace])))
        else:
            found[":".join(filter(None, [namespace, one.name]))] = one
    return found


@pytest.fixture
def links(opinion_a: Opinion, code_a: IntakeCode) -> dict[str, tuple[str, bool]]:
    """Name of every address → an address of county A, and whether it names a record."""

    def one(name: str, pattern: URLPattern) -> tuple[str, bool]:
        known = {
            "pk": opinion_a.pk, "matter_id": opinion_a.pk, "token": code_a.token, "kind": "opinion",
            "region": "451028", "photo": uuid.uuid4(), "entry": uuid.uuid4(), "work_id": uuid.uuid4(), "deputy": 1,
            "station": 1, "line": 1, "duty": 1, "swap": 1, "room": 1, "booking": 1,
            "code": CODES.get(name, "opinions_collected"),
        }  # fmt: skip
        needed = {argument: known[argument] for argument in pattern.pattern.regex.groupindex}
        return reverse(name, kwargs=needed), bool(needed)

    return {name: one(name, pattern) for name, pattern in _patterns(get_resolver()).items()}


def _asked(client: Client, address: str) -> Any:
    return client.get(address, headers={"accept": "application/json" if address.startswith("/api/") else "text/html"})


@pytest.mark.parametrize("who", PEOPLE)
def test_somebody_signed_in_finds_what_their_role_may_open_and_no_more(
    client: Client, sign_in: Any, request: pytest.FixtureRequest, links: dict[str, tuple[str, bool]], who: str
) -> None:
    actor = request.getfixturevalue(who)
    for name, (address, names_a_record) in links.items():
        answer = _asked(sign_in(client, actor), address)
        sent_away = answer.status_code == 302 and answer["Location"].startswith("/sign-in")
        assert not sent_away, (name, answer["Location"])
        if not admitted(actor.role, name):
            assert answer.status_code == 404, name
        elif not names_a_record:
            assert answer.status_code != 404, name
        assert answer.status_code < 500, name


def test_a_stranger_is_sent_to_sign_in(client: Client, links: dict[str, tuple[str, bool]]) -> None:
    for name, (address, _record) in links.items():
        answer = _asked(client, address)
        if admitted(CITIZEN, name):
            assert answer.status_code < 500, name
            assert not answer.get("Location", "").startswith("/sign-in") or name == "home-of-role", name
        elif name.startswith("api:"):
            assert answer.status_code in (401, 404), name
        else:
            assert (answer.status_code, answer["Location"][:9]) == (302, "/sign-in/"), name


def test_the_table_lists_every_address_and_no_other() -> None:
    assert every_address_is_in_the_table() == []
    assert set(TABLE) == set(addresses())


@pytest.mark.parametrize(("wrong", "identity"), [("SHORT_OF", "guantong.E003"), ("TOO_MUCH", "guantong.E004")])
def test_a_table_that_is_wrong_stops_the_site_from_starting(wrong: str, identity: str) -> None:
    table.cache_clear()
    with override_settings(PERMISSION_TABLE=f"{__name__}.{wrong}"):
        found = every_address_is_in_the_table()
    table.cache_clear()
    assert [error.id for error in found] == [identity]


@pytest.mark.django_db
def test_an_address_that_is_not_listed_opens_to_nobody(client: Client, sign_in: Any, clerk_a: Any) -> None:
    sign_in(client, clerk_a)
    table.cache_clear()
    with override_settings(PERMISSION_TABLE=f"{__name__}.SHORT_OF"):
        answer = client.get("/desk/")
    table.cache_clear()
    assert answer.status_code == 404
