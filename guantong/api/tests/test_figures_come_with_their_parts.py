"""Definitions and values of figures."""

from typing import Any

import pytest
from django.test import Client

from guantong.base.now import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client, sign_in: Any, clerk_a: Any) -> Client:
    return sign_in(client, clerk_a)


def _ask(client: Client, code: str, region: str = "451028", period: str = "") -> Any:
    return client.get(f"/api/figures/{code}", {"region": region, "period": period or str(today().year)})


def test_every_figure_says_what_it_means(clerk: Client) -> None:
    shown = clerk.get("/api/figures").json()
    assert {"opinions_collected", "rapid_response_resolution_rate"} <= {figure["code"] for figure in shown}
    assert all(figure["definition"] for figure in shown)


def test_a_count_rises_with_its_records(clerk: Client, opinion_a: Any) -> None:
    assert _ask(clerk, "opinions_collected").json()["amount"] in (1, "1")


def test_a_rate_brings_both_counts(clerk: Client, opinion_a: Any, walk: Any) -> None:
    walk(opinion_a, to="confirmed")
    shown = _ask(clerk, "opinion_result_satisfaction_rate").json()
    assert shown["parts"] == [1, 1]
    assert float(shown["amount"]) == 100.0


def test_a_rate_of_nothing_is_empty_and_not_nought(clerk: Client) -> None:
    assert _ask(clerk, "opinion_result_satisfaction_rate").json()["amount"] is None


@pytest.mark.parametrize(
    ("code", "region"), [("opinions_collected", "451029"), ("opinions_collected", "110000"), ("no_such", "451028")]
)
def test_what_is_not_yours_does_not_exist(clerk: Client, code: str, region: str) -> None:
    assert _ask(clerk, code, region).status_code == 404


@pytest.mark.parametrize("period", ["2025H3", "二〇二五", "2025-13"])
def test_a_wrong_period_is_explained(clerk: Client, period: str) -> None:
    answer = _ask(clerk, "opinions_collected", period=period)
    assert answer.status_code == 422
    assert "统计期" in answer.json()["fields"]["period"] or period == "二〇二五"
