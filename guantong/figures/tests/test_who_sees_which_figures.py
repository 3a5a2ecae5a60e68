"""Figures are for those signed in, each for their own county; the city sees all of its counties."""

from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor

PAGES = ("/figures/", "/figures/opinions_collected/", "/figures/read/")
OWN, OTHER, CITY = "?region=451028", "?region=451029", "?region=451000"


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_citizen_is_sent_to_sign_in(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")
    assert answer["Location"].endswith(f"next={address}")


@pytest.mark.parametrize("who", ["clerk_a", "department_a", "keeper_a", "deputy_a", "presidium_a", "auditor"])
@pytest.mark.parametrize("address", PAGES)
def test_everybody_of_a_county_sees_its_figures_and_no_others(
    client: Client, sign_in: Any, request: pytest.FixtureRequest, who: str, address: str
) -> None:
    sign_in(client, request.getfixturevalue(who))
    assert client.get(address).status_code == 200
    assert client.get(address + OWN).status_code == 200
    assert client.get(address + OTHER).status_code == 404
    assert client.get(address + CITY).status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_the_city_sees_all_its_counties(client: Client, sign_in: Any, city_clerk: Actor, address: str) -> None:
    sign_in(client, city_clerk)
    for region in ("", OWN, OTHER, CITY, "?region=451028203"):
        assert client.get(address + region).status_code == 200


@pytest.mark.parametrize("who", ["security_officer", "sysadmin"])
@pytest.mark.parametrize("address", PAGES)
def test_those_who_run_the_machine_find_no_figures(
    client: Client, sign_in: Any, request: pytest.FixtureRequest, who: str, address: str
) -> None:
    sign_in(client, request.getfixturevalue(who))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/figures/nothing_like_it/",
        "/figures/?region=999999",
        "/figures/?region=%00",
        "/figures/?region=乐业",
        "/figures/read/?region=45",
    ],
)
def test_what_does_not_exist_is_not_found(client: Client, sign_in: Any, clerk_a: Actor, address: str) -> None:
    assert sign_in(client, clerk_a).get(address).status_code == 404


@pytest.mark.parametrize("period", ["2025H3", "abc", "9999H2", "%00", "x" * 500])
def test_a_period_that_is_none_is_said_beside_the_chooser(
    client: Client, sign_in: Any, clerk_a: Actor, period: str
) -> None:
    answer = sign_in(client, clerk_a).get(f"/figures/?period={period}")
    assert answer.status_code == 400
    assert "无法识别统计期" in answer.content.decode()
