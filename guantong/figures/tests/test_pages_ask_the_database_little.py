"""The number of queries of a page does not grow with its records."""

from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.figures.settle import settle
from guantong.figures.tests.conftest import Office
from guantong.regions.models import Region


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/figures/?region=451000&period=2025H1", 22),
        ("/figures/?region=451028&period=2025H1", 20),
        ("/figures/opinions_collected/?region=451000&period=2025H1", 22),
        ("/figures/rapid_response_resolution_rate/?region=451031&period=2025H1", 22),
        ("/figures/household_visit_person_times/?region=451028&period=2025H1", 22),
        ("/figures/activity_deputies/?region=451028&period=2025H1", 22),
    ],
)
def test_a_page_stays_within_its_queries(
    client: Client,
    sign_in: Any,
    city_clerk: Actor,
    half_year_of_four: Region,
    django_assert_max_num_queries: Any,
    address: str,
    most: int,
) -> None:
    settle()
    sign_in(client, city_clerk)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_reading_a_report_stays_within_its_queries(
    client: Client,
    sign_in: Any,
    city_clerk: Actor,
    half_year_of_four: Region,
    report_text: str,
    django_assert_max_num_queries: Any,
) -> None:
    settle()
    sign_in(client, city_clerk)
    asked = {"region": "451000", "period": "2025H1", "text": report_text * 20}
    with django_assert_max_num_queries(20):
        assert client.post("/figures/read/", asked).status_code == 200


def test_more_records_make_no_more_queries(
    client: Client, sign_in: Any, city_clerk: Actor, leye: Office, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sign_in(client, city_clerk)
    address = "/figures/opinions_collected/?region=451028&period=2025H1"
    settle()
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    leye.hear(leye.code(leye.stall), 12)
    settle()
    with django_assert_num_queries(len(before)):
        client.get(address)
