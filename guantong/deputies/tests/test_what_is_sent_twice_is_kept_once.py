"""The same form sent twice opens one activity or deed and logs each visit once; a wrong visit is struck."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from guantong.accounts.actors import Actor
from guantong.base.refusals import NotNow
from guantong.deputies import services
from guantong.deputies.models import Activity, PracticalDeed, Visit
from guantong.figures.settle import differences


def _client_id(page: str) -> str:
    found = re.search(r'name="client_id" value="([^"]+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("address", "form", "model"),
    [
        ("/desk/activities/plan/", {"title": "接待日", "category": "reception", "planned_for": "2026-12-01"}, Activity),
        ("/desk/deeds/promise/", {"title": "修桥", "content": "修好村口的桥。"}, PracticalDeed),
    ],
)
def test_a_double_click_opens_one(
    client: Client, sign_in: Any, clerk_a: Actor, address: str, form: dict[str, str], model: Any
) -> None:
    form = {**form, "client_id": _client_id(sign_in(client, clerk_a).get(address).content.decode())}
    first, second = client.post(address, form), client.post(address, form)
    assert first["Location"] == second["Location"]
    assert model.objects.count() == 1
    changed = client.post(address, {**form, "title": "另一件"})
    assert changed.status_code == 422
    assert "这份表单已经提交过" in changed.content.decode()
    assert model.objects.count() == 1


def test_a_sheet_of_visits_sent_twice_is_logged_once(
    client: Client, sign_in: Any, clerk_a: Actor, plan: Callable[..., Activity], amount: Callable[[str], Any]
) -> None:
    address = f"/desk/activities/{plan('home_visit').pk}/visits/"
    form = {
        "client_id": _client_id(sign_in(client, clerk_a).get(address).content.decode()),
        "visited_at": "2026-01-05 09:00", "row-TOTAL_FORMS": "2", "row-INITIAL_FORMS": "0",
        "row-0-household": "三组第1户", "row-0-person_times": "3",
        "row-1-household": "三组第2户", "row-1-person_times": "2",
    }  # fmt: skip
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert [(v.household, v.person_times) for v in Visit.objects.order_by("pk")] == [("三组第1户", 3), ("三组第2户", 2)]


def test_a_struck_visit_is_read_and_not_counted(
    plan: Callable[..., Activity], hold: Callable[..., Activity], clerk_a: Actor, amount: Callable[[str], Any]
) -> None:
    activity = hold(plan("home_visit"))
    visit = services.log_visit(
        activity=activity, household="三组第1户", person_times=40, visited_at=activity.held_at, actor=clerk_a
    )
    assert amount("household_visit_person_times") == 40
    struck = services.strike_visit(activity=activity, visit=visit, reason="应为4人次。", actor=clerk_a)
    assert struck.struck_at is not None
    assert amount("household_visit_person_times") == 0
    assert list(differences()) == []
    with pytest.raises(NotNow):
        services.strike_visit(activity=activity, visit=visit, reason="再作废一次。", actor=clerk_a)
