"""The worklist, one matter and its timeline, under the scope of whoever is signed in."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client, sign_in: Any, clerk_a: Any) -> Client:
    return sign_in(client, clerk_a)


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    for path in ("/api/matters", "/api/figures", "/api/figures/opinions_collected?region=451028&period=2025H1"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert answer.json() == {"detail": "请先登录。", "fields": {}}


def test_the_worklist_shows_what_waits(clerk: Client, opinion_a: Any, opinion_b: Any) -> None:
    rows = clerk.get("/api/matters").json()["rows"]
    assert [row["id"] for row in rows] == [str(opinion_a.id)]
    assert rows[0]["state_label"] == "已收到"
    assert rows[0]["due_at"]


def test_pages_follow_each_other_without_gap(clerk: Client, code_a: Any, spoken: Any) -> None:
    from guantong.opinions.services import submit_opinion

    sent = {str(submit_opinion(code=code_a, spoken=spoken(body=f"第{n}件事")).id) for n in range(5)}
    seen, cursor = [], ""
    for _page in range(3):
        answer = clerk.get("/api/matters", {"limit": 2, "cursor": cursor}).json()
        seen += [row["id"] for row in answer["rows"]]
        cursor = answer["next"]
    assert cursor == ""
    assert len(seen) == 5
    assert set(seen) == sent


def test_one_matter_tells_limits_and_permitted_moves(clerk: Client, opinion_a: Any) -> None:
    shown = clerk.get(f"/api/matters/{opinion_a.id}").json()
    assert "accept" in [move["code"] for move in shown["moves"]]
    assert shown["limits"][0]["name"] == "登记受理"
    assert shown["limits"][0]["working"]


def test_contact_data_never_leaves(clerk: Client, code_a: Any, spoken: Any) -> None:
    from guantong.opinions.services import submit_opinion

    said = submit_opinion(code=code_a, spoken=spoken(contact_name="周某某", contact_phone="13900001234"))
    shown = clerk.get(f"/api/matters/{said.id}").content + clerk.get(f"/api/matters/{said.id}/timeline").content
    assert "周某某".encode() not in shown
    assert b"13900001234" not in shown


def test_the_timeline_names_the_moves(clerk: Client, opinion_a: Any, walk: Any) -> None:
    walk(opinion_a, to="assigned")
    labels = [entry["label"] for entry in clerk.get(f"/api/matters/{opinion_a.id}/timeline").json()]
    assert labels == ["提交", "受理", "交部门办理"]


@pytest.mark.parametrize("rest", ["", "/timeline"])
def test_another_countys_matter_does_not_exist(clerk: Client, opinion_b: Any, rest: str) -> None:
    known = clerk.get(f"/api/matters/{opinion_b.id}{rest}")
    unknown = clerk.get(f"/api/matters/00000000-0000-7000-8000-000000000000{rest}")
    assert known.status_code == unknown.status_code == 404
    assert known.json() == unknown.json()
