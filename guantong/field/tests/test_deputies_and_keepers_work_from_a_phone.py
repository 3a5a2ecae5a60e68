"""The field door."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guantong.base.now import CHINA, now, today
from guantong.deputies.models import Activity, Visit
from guantong.deputies.services import plan_activity
from guantong.opinions.models import Opinion

pytestmark = pytest.mark.django_db
PAGES = ("home", "record", "activities", "inbox", "codes", "me")


@pytest.fixture
def activity(keeper_a: Any, station_a: Any) -> Activity:
    return plan_activity(
        title="入户走访民治村",
        category="home_visit",
        place=station_a.place,
        region=station_a.region,
        planned_for=today(),
        station=station_a,
        actor=keeper_a,
    )


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_for_both(
    client: Client, sign_in: Any, keeper_a: Any, deputy_a: Any, code_a: Any, activity: Activity, name: str
) -> None:
    for actor in (keeper_a, deputy_a):
        assert sign_in(client, actor).get(reverse(f"field:{name}")).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_others_find_no_such_page(client: Client, sign_in: Any, clerk_a: Any, name: str) -> None:
    assert client.get(reverse(f"field:{name}")).status_code == 302
    assert sign_in(client, clerk_a).get(reverse(f"field:{name}")).status_code == 404


def test_today_shows_what_is_on(client: Client, sign_in: Any, deputy_a: Any, activity: Activity) -> None:
    assert activity.title in sign_in(client, deputy_a).get(reverse("field:home")).content.decode()


def test_an_opinion_is_written_down(client: Client, sign_in: Any, keeper_a: Any, code_a: Any) -> None:
    form = {
        "client_id": str(uuid4()),
        "code": code_a.token,
        "channel": "spoken",
        "body": "圩场没有公厕。",
    }
    answer = sign_in(client, keeper_a).post(reverse("field:record"), form)
    said = Opinion.objects.get()
    assert answer.url == reverse("desk:record-slip", args=[said.pk])
    assert (said.channel, said.typed_by_id) == ("spoken", keeper_a.person_id)


def test_what_was_typed_is_not_lost(client: Client, sign_in: Any, keeper_a: Any, code_a: Any) -> None:
    form = {"client_id": str(uuid4()), "code": code_a.token, "channel": "", "body": "圩场没有公厕。"}
    answer = sign_in(client, keeper_a).post(reverse("field:record"), form)
    assert answer.status_code == 422
    assert "圩场没有公厕。" in answer.content.decode()


def test_visits_are_logged(client: Client, sign_in: Any, deputy_a: Any, activity: Activity) -> None:
    form = {
        "visited_at": now().astimezone(CHINA).strftime("%Y-%m-%dT%H:%M"),
        "row-TOTAL_FORMS": "1",
        "row-INITIAL_FORMS": "0",
        "row-0-household": "三组第5户",
        "row-0-person_times": "4",
    }
    answer = sign_in(client, deputy_a).post(reverse("field:log-visits", args=[activity.pk]), form)
    assert answer.status_code == 302
    assert Visit.objects.get().person_times == 4


def test_ones_own_code_is_shown(client: Client, sign_in: Any, deputy_a: Any, deputy_code_a: Any) -> None:
    assert deputy_code_a.token in sign_in(client, deputy_a).get(reverse("field:codes")).content.decode()
