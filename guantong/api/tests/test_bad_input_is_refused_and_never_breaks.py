"""What nobody should send gets an answer in one shape, and never a 500."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client, sign_in: Any, clerk_a: Any) -> Client:
    return sign_in(client, clerk_a)


@pytest.mark.parametrize("limit", ["-1", "0", "101", "99999999999999999999", "1e3", "abc", "", "%00", "%ff"])
def test_a_limit_out_of_bounds(clerk: Client, limit: str) -> None:
    answer = clerk.get(f"/api/matters?limit={limit}")
    assert answer.status_code == 422
    assert answer.json()["fields"]["limit"]


@pytest.mark.parametrize("cursor", ["%00", "%ff%fe", "AAAA", "😀", "MDAwMS0wMS0wMVQwMDowMDowMCsxNDowMCB4"])
def test_a_cursor_that_is_not_ours_starts_anew(clerk: Client, opinion_a: Any, cursor: str) -> None:
    answer = clerk.get(f"/api/matters?cursor={cursor}")
    assert answer.status_code == 200
    assert len(answer.json()["rows"]) == 1


@pytest.mark.parametrize("key", ["1", "x" * 500, "00000000-0000-0000-0000-00000000000g", "%00", "%ff", "-1"])
def test_a_key_that_is_none(clerk: Client, key: str) -> None:
    assert clerk.get(f"/api/matters/{key}").status_code in (404, 422)


@pytest.mark.parametrize("sent", [b"\xff\xfe", b"{", b"[]", b"null", b"7", b'"x"', b"", b"[" * 100_000])
def test_a_body_that_is_not_ours(client: Client, code_a: Any, sent: bytes) -> None:
    answer = client.post(f"/api/codes/{code_a.token}/opinions", sent, content_type="application/json")
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"detail", "fields"}


@pytest.mark.parametrize("token", ["%00", "%ff", "x" * 30, "a%2Fb", "..", "😀"])
def test_a_token_that_is_none(client: Client, token: str) -> None:
    said = {"client_id": "00000000-0000-4000-8000-000000000000", "body": "话"}
    answer = client.post(f"/api/codes/{token}/opinions", said, content_type="application/json")
    assert answer.status_code in (404, 422)


def test_the_region_is_digits(clerk: Client) -> None:
    for region in ("45102", "%00", "451028'--", "4510281234567890"):
        answer = clerk.get(f"/api/figures/opinions_collected?region={region}&period=2025")
        assert answer.status_code == 422
        assert answer.json()["fields"]["region"]


def test_what_is_too_large_to_be_read_is_said_in_json(code_a: Any, caplog: pytest.LogCaptureFixture) -> None:
    said = '{"body": "' + "字" * 1_000_000 + '"}'
    client = Client(raise_request_exception=False)
    answer = client.post(f"/api/codes/{code_a.token}/opinions", said.encode(), content_type="application/json")
    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (413, "application/json")
    assert answer.json() == {"detail": "请求内容太大，最多2 MB。", "fields": {}}
    assert not any(record.exc_info for record in caplog.records)
