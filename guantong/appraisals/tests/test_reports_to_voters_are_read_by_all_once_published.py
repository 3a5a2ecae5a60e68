"""The pages of reports: each at the desk sees their county's, everybody the published ones, a voter the slip's."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.appraisals.models import DutyReport
from guantong.appraisals.selectors.slips import token_of
from guantong.base.now import now, today
from guantong.deputies.models import Deputy

pytestmark = pytest.mark.django_db
LIST, NEW = reverse("desk:duty-reports"), reverse("desk:plan-duty-report")


def page_of(report: DutyReport) -> str:
    return reverse("desk:matter", args=[report.pk])


def move(report: DutyReport, code: str) -> str:
    return reverse("desk:move", args=[report.pk, code])


def test_it_is_planned_written_held_rated_and_published_by_forms(
    client: Client, sign_in: Any, keeper_a: Actor, deputy_a: Actor, clerk_a: Actor, deputy_row_a: Deputy, photo: Any
) -> None:
    sign_in(client, keeper_a)
    assert client.post(NEW, {"deputy": "", "year": "1066"}).status_code == 422
    assert deputy_row_a.name in client.get(LIST).content.decode()
    typed = {"deputy": deputy_row_a.pk, "year": today().year, "planned_for": "2027-01-09T09:30", "venue": "村委会"}
    assert client.post(NEW, typed).status_code == 302
    report = DutyReport.objects.get()
    assert client.post(NEW, typed).status_code == 422
    sign_in(client, deputy_a)
    draft = client.get(move(report, "write")).content.decode()
    assert "各位选民：我是乐业县人大代表李春生" in draft
    assert client.post(move(report, "write"), {"version": report.version, "body": "我走访了三组。"}).status_code == 302
    sign_in(client, keeper_a)
    assert client.post(move(report, "print_slips"), {"version": 2, "count": 4}).status_code == 302
    held = {"version": 3, "held_at": now().astimezone().strftime("%Y-%m-%dT%H:%M"), "present": 6}
    assert client.post(move(report, "hold"), held).status_code == 422
    assert client.post(move(report, "hold"), {**held, "sign_in": photo()}).status_code == 302
    typed = {"version": 4, "satisfied": 9, "tally": photo()}
    assert "纸质票最多6张" in client.post(move(report, "rate"), typed).content.decode()
    assert client.post(move(report, "rate"), {**typed, "satisfied": 6, "tally": photo()}).status_code == 302
    sign_in(client, clerk_a)
    assert client.post(move(report, "publish"), {"version": 5}).status_code == 302
    assert "100.0%" in client.get(page_of(report)).content.decode()
    ledger = reverse("desk:duty-of", args=[deputy_row_a.pk])
    assert "100.0%" in client.get(f"{ledger}?period={today().year}").content.decode()


def test_another_county_finds_nothing_and_the_deputy_sees_no_slips(
    client: Client, sign_in: Any, plan: Any, lead_report: Any, clerk_b: Actor, deputy_a: Actor, keeper_a: Actor
) -> None:
    report = lead_report(plan(), "written", slips=3)
    slips = reverse("desk:duty-slips", args=[report.pk])
    sign_in(client, clerk_b)
    assert [client.get(url).status_code for url in (page_of(report), slips, move(report, "hold"))] == [404] * 3
    assert report.title not in client.get(LIST).content.decode()
    sign_in(client, deputy_a)
    assert (client.get(page_of(report)).status_code, client.get(slips).status_code) == (200, 404)
    printed = sign_in(client, keeper_a).get(slips).content.decode()
    assert all(token_of(report.pk, number)[:6] in printed for number in (1, 2, 3))
    lead_report(report, "rated", present=3, paper=(3, 0, 0))
    assert client.get(slips).status_code == 404


def test_a_voter_rates_with_what_is_printed_and_only_once(client: Client, plan: Any, lead_report: Any) -> None:
    report = lead_report(plan(), "held", slips=2, present=2)
    token = token_of(report.pk, 1)
    assert client.post(reverse("portal:slips"), {"token": "AAAA"}).status_code == 422
    typed = f"{token[:6].lower()} - {token[6:]}"
    assert client.post(reverse("portal:slips"), {"token": typed})["Location"] == reverse("portal:slip", args=[token])
    url, form = reverse("portal:slip", args=[token]), uuid4()
    assert "第 1 号测评票" in client.get(url).content.decode()
    assert client.post(url, {"client_id": form}).status_code == 422
    assert client.post(url, {"client_id": form, "grade": "3"}).status_code == 303
    assert client.post(url, {"client_id": form, "grade": "3"}).status_code == 303
    assert client.post(url, {"client_id": uuid4(), "grade": "1"}).status_code == 409
    assert "已经用过" in client.get(url).content.decode()
    assert list(report.ratings.values_list("grade", flat=True)) == [3]
    assert client.get(reverse("portal:slip", args=["0" * 12])).status_code == 404


def test_everybody_reads_what_is_published_and_nothing_before(
    client: Client, plan: Any, lead_report: Any, deputy_row_a: Deputy
) -> None:
    report = lead_report(plan(), "rated", paper=(4, 1, 0))
    listed, page = reverse("portal:reports", args=["451028"]), reverse("portal:report", args=[report.pk])
    assert client.get(page).status_code == 404
    assert report.title not in client.get(listed).content.decode()
    lead_report(report, "published")
    words = client.get(page).content.decode()
    assert "去年我走访了三组" in words
    assert "100.0%" in words
    assert report.title in client.get(listed).content.decode()
    assert report.title not in client.get(reverse("portal:reports", args=["451029"])).content.decode()
    assert client.get(reverse("portal:reports", args=["999999"])).status_code == 404


def test_few_ratings_are_shown_in_sum_alone(
    client: Client, sign_in: Any, plan: Any, lead_report: Any, clerk_a: Actor
) -> None:
    report = lead_report(plan(), "published", paper=(3, 0, 1))
    for words in (
        client.get(reverse("portal:report", args=[report.pk])).content.decode(),
        sign_in(client, clerk_a).get(page_of(report)).content.decode(),
    ):
        assert "不分档公布" in words
        assert "基本满意" not in words
        assert "75.0%" not in words


def test_each_plans_for_the_deputies_that_are_theirs(
    client: Client, sign_in: Any, presidium_a: Actor, keeper_a: Actor, clerk_b: Actor, deputy_a: Actor
) -> None:
    names = {
        actor: deputy_a.name in sign_in(client, actor).get(NEW).content.decode()
        for actor in (presidium_a, keeper_a, clerk_b)
    }
    assert names == {presidium_a: True, keeper_a: True, clerk_b: False}
    assert sign_in(client, deputy_a).get(NEW).status_code == 404


def test_lists_ask_as_much_for_many_as_for_few(
    client: Client, sign_in: Any, plan: Any, lead_report: Any, clerk_a: Actor, django_assert_max_num_queries: Any
) -> None:
    for year in (0, 1, 2, 3, 4, 5):
        lead_report(plan(year=today().year - year), "published")
    sign_in(client, clerk_a)
    client.get(LIST)
    with django_assert_max_num_queries(14):
        client.get(LIST)
    with django_assert_max_num_queries(4):
        Client().get(reverse("portal:reports", args=["451028"]))
