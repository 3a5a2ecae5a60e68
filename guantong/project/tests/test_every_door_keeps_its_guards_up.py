"""The headers that keep a page to this host and out of frames: at every door, on every answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from guantong.accounts.models import Person

pytestmark = pytest.mark.django_db
DOORS = (
    ("portal:home", ""), ("portal:follow", ""), ("sign-in", ""), ("api:openapi-json", ""),
    ("desk:worklist", "clerk_a"), ("desk:ledger", "auditor"), ("desk:security", "security_officer"),
    ("desk:system", "sysadmin"), ("figures:home", "clerk_a"), ("field:home", "keeper_a"),
)  # fmt: skip


def guards(answer: HttpResponse) -> dict[str, str]:
    """The policy and the headers beside it, as they were sent."""
    names = ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
    return {name: answer.get(name, "") for name in names}


def policy(answer: HttpResponse) -> dict[str, set[str]]:
    """The content security policy, by directive."""
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: set(sources) for name, *sources in parts}


def check(answer: HttpResponse) -> None:
    assert guards(answer) == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    assert policy(answer) == {
        "default-src": {"'self'"},
        "img-src": {"'self'", "data:"},
        "object-src": {"'none'"},
        "base-uri": {"'self'"},
        "form-action": {"'self'"},
        "frame-ancestors": {"'none'"},
    }


@pytest.mark.parametrize(("name", "who"), DOORS)
def test_every_door(client: Client, sign_in: Any, name: str, who: str, request: pytest.FixtureRequest) -> None:
    if who:
        sign_in(client, request.getfixturevalue(who))
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    check(answer)


def test_a_page_that_is_not_there() -> None:
    check(Client().get("/nothing/here/"))


def test_a_form_without_its_proof_of_origin(code_a: Any) -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("sign-in"), {"username": "a", "password": "b"})
    assert answer.status_code == 403
    check(answer)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client: Client, clerk_a: Any, password: str) -> None:
    username = Person.objects.get(pk=clerk_a.person_id).username
    client.post(reverse("sign-in"), {"username": username, "password": password})
    client.get(reverse("desk:record"))
    for name in ("sessionid", "csrftoken"):
        assert (client.cookies[name]["httponly"], client.cookies[name]["samesite"]) == (True, "Lax")
