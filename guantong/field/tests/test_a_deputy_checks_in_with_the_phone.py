"""A deputy scans the sign or types the digits: one button, present; another county's activity does not exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.deputies import services
from guantong.deputies.check_in_codes import code_at, grouped
from guantong.deputies.models import Activity, Attendance, Deputy

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(clerk_a: Actor, deputy_row_a: Deputy) -> Activity:
    """A market day of county A at which deputies check in now; nobody is invited."""
    return _open("market_day", clerk_a, deputy_row_a.region)


def _open(category: str, actor: Actor, region: Any) -> Activity:
    planned = services.plan_activity(
        title="逻西乡代表赶圩日", category=category, place=region, region=region, planned_for=today(), actor=actor
    )
    return services.open_check_in(activity=planned, actor=actor)


def _here(activity: Activity, code: str = "") -> str:
    return reverse("field:check-in-here", args=[activity.pk, code or code_at(activity, now())])


def test_who_is_not_signed_in_comes_back_to_what_was_scanned(client: Client, day: Activity) -> None:
    answer = client.get(_here(day))
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={_here(day)}")


def test_one_button_and_the_deputy_is_there(
    client: Client, sign_in: Any, deputy_a: Actor, deputy_row_a: Deputy, day: Activity
) -> None:
    phone = sign_in(client, deputy_a)
    shown = phone.get(_here(day))
    assert day.title in shown.content.decode()
    assert not Attendance.objects.exists()
    done = phone.post(_here(day), follow=True)
    assert "您已签到" in done.content.decode()
    assert Attendance.objects.get(activity=day).deputy == deputy_row_a
    assert "您已签到" in phone.post(_here(day, "00000000"), follow=True).content.decode()


def test_the_digits_lead_to_the_same(client: Client, sign_in: Any, deputy_a: Actor, day: Activity) -> None:
    phone = sign_in(client, deputy_a)
    wrong = phone.post(reverse("field:check-in"), {"code": "1"})
    assert wrong.status_code == 422
    assert "没有正在用这个码签到的活动" in wrong.content.decode()
    assert phone.post(reverse("field:check-in"), {"code": ""}).status_code == 422
    done = phone.post(reverse("field:check-in"), {"code": grouped(code_at(day, now()))}, follow=True)
    assert "您已签到" in done.content.decode()


def test_an_old_code_is_refused_with_a_way_on(client: Client, sign_in: Any, deputy_a: Actor, day: Activity) -> None:
    answer = sign_in(client, deputy_a).post(_here(day, "00000000"))
    assert answer.status_code == 422
    assert "请看屏幕上现在的码" in answer.content.decode()
    assert reverse("field:check-in") in answer.content.decode()


def test_after_closing_it_says_so(client: Client, sign_in: Any, deputy_a: Actor, clerk_a: Actor, day: Activity) -> None:
    address = _here(day)
    services.close_check_in(activity=day, actor=clerk_a)
    phone = sign_in(client, deputy_a)
    assert "签到已经结束" in phone.get(address).content.decode()
    refused = phone.post(address)
    assert refused.status_code == 403
    assert "签到已经结束" in refused.content.decode()


def test_who_was_not_invited_to_a_meeting_is_told_so(
    client: Client, sign_in: Any, deputy_a: Actor, clerk_a: Actor, deputy_row_a: Deputy
) -> None:
    meeting = _open("sitting_in", clerk_a, deputy_row_a.region)
    refused = sign_in(client, deputy_a).post(_here(meeting))
    assert refused.status_code == 403
    assert "名单上没有您" in refused.content.decode()


def test_the_code_of_another_county_does_not_exist(
    client: Client, sign_in: Any, deputy_a: Actor, clerk_b: Actor, county_b: Any
) -> None:
    theirs = _open("market_day", clerk_b, county_b)
    phone = sign_in(client, deputy_a)
    assert phone.get(_here(theirs)).status_code == 404
    assert phone.post(_here(theirs)).status_code == 404
    typed = phone.post(reverse("field:check-in"), {"code": code_at(theirs, now())})
    assert typed.status_code == 422


def test_who_is_no_deputy_finds_no_such_page(
    client: Client, sign_in: Any, keeper_a: Actor, clerk_a: Actor, day: Activity
) -> None:
    for actor in (keeper_a, clerk_a):
        assert sign_in(client, actor).get(_here(day)).status_code == 404


def test_the_list_offers_it_while_it_is_open(
    client: Client, sign_in: Any, deputy_a: Actor, keeper_a: Actor, deputy_row_a: Deputy, clerk_a: Actor
) -> None:
    planned = services.plan_activity(
        title="接待日", category="reception", place=deputy_row_a.place, region=deputy_row_a.region,
        planned_for=today(), station=deputy_row_a.station, actor=keeper_a,
    )  # fmt: skip
    phone = sign_in(client, deputy_a)
    offer = f"：{planned.title}</span></a>"
    button = f'{reverse("field:check-in")}">签到<span class="vh">{offer}'
    assert button not in phone.get(reverse("field:activities")).content.decode()
    services.open_check_in(activity=planned, actor=keeper_a)
    assert button in phone.get(reverse("field:activities")).content.decode()
