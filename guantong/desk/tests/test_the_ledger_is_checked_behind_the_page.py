"""The auditor has the ledger checked: by the queue, with progress, and with what was found on the page."""

from typing import Any

import pytest
from django.urls import reverse

from guantong.audit import ordered
from guantong.audit.ordered import verify_for
from guantong.base.models import Work
from guantong.matters.models import Matter

pytestmark = pytest.mark.django_db
BUTTON = "逐条核对台账"


@pytest.fixture
def url() -> str:
    return reverse("desk:ledger")


@pytest.fixture
def work(client: Any, sign_in: Any, auditor: Any, url: str, opinion_a: Any, settings: Any, tmp_path: Any) -> Work:
    """Ordered by the auditor, whose client it is now; not begun."""
    settings.MEDIA_ROOT = tmp_path
    answer = sign_in(client, auditor).post(url)
    found = Work.objects.get()
    assert answer.url == f"{url}?work={found.pk}"
    return found


@pytest.mark.parametrize(("who", "may"), [("auditor", True), ("city_clerk", True), ("clerk_a", False)])
def test_only_whoever_may_is_offered_and_given_it(
    client: Any, sign_in: Any, url: str, request: pytest.FixtureRequest, who: str, may: bool
) -> None:
    sign_in(client, request.getfixturevalue(who))
    assert (BUTTON in client.get(url).text) is may
    assert client.post(url).status_code == (302 if may else 404)
    assert Work.objects.exists() is may


def test_nothing_is_checked_while_the_person_waits(work: Work, client: Any, url: str) -> None:
    assert work.state == Work.State.RUNNING
    text = client.get(url, {"work": work.pk}).text
    assert "hx-get" in text
    assert "取消" in text
    assert BUTTON not in text.split("<main")[1].replace(f"<b>{BUTTON}</b>", "").replace(f'"{BUTTON}"', "")


def test_a_whole_ledger_is_told(work: Work, client: Any, url: str) -> None:
    verify_for(work_id=work.pk)
    assert "全部记录与封存、事项相符" in client.get(url, {"work": work.pk}).text
    assert "<html" not in client.get(url, {"work": work.pk}, headers={"HX-Request": "true"}).text


def test_what_does_not_hold_is_listed(work: Work, client: Any, url: str, opinion_a: Any) -> None:
    Matter.objects.filter(pk=opinion_a.pk).update(state="closed")
    verify_for(work_id=work.pk)
    text = client.get(url, {"work": work.pk}).text
    assert str(opinion_a.pk) in text
    assert "台账止于“已收到”" in text


def test_called_off_it_finds_nothing(work: Work, client: Any, url: str) -> None:
    assert client.post(url, {"cancel": work.pk}).status_code == 302
    verify_for(work_id=work.pk)
    work.refresh_from_db()
    assert work.state == Work.State.CANCELLED
    assert "已取消" in client.get(url, {"work": work.pk}).text


def test_a_verification_that_breaks_off_says_so(work: Work, client: Any, url: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(ordered, "faults", lambda tick: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        verify_for(work_id=work.pk)
    assert "没有料到的问题" in client.get(url, {"work": work.pk}).text


@pytest.mark.parametrize("asked", ["x", "01900000-0000-7000-8000-000000000000"])
def test_another_work_does_not_exist(
    work: Work, client: Any, sign_in: Any, city_clerk: Any, url: str, asked: str
) -> None:
    assert client.get(url, {"work": asked}).status_code == 404
    assert sign_in(client, city_clerk).get(url, {"work": work.pk}).status_code == 404
