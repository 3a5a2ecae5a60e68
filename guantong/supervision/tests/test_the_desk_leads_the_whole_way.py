"""Through the pages alone: topic, opinion, problems, plan, report; who sees which list; what a page costs."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from guantong.accounts.actors import Actor
from guantong.attachments.models import Attachment
from guantong.base.now import today
from guantong.matters.actions import desk_of
from guantong.regions.models import Organisation
from guantong.supervision import selectors, services
from guantong.supervision.models import DeliberationOpinion, Problem, SupervisionTopic
from guantong.supervision.procedures import DELIBERATION_OPINION, PROBLEM, SUPERVISION_TOPIC
from guantong.supervision.tests.conftest import BODY, Lead

pytestmark = pytest.mark.django_db
BY_ANOTHER = {"fail_vote", "fail_again", "assign"}
"""Decided by the result of a ballot, or made with the paper that lists it."""

LISTS = ("desk:topics", "desk:deliberation-opinions", "desk:problems")
Do = Callable[..., Any]


@pytest.fixture
def do(client: Client, sign_in: Any) -> Do:
    """`do(clerk_a, matter, "approve", reason="同意")`: make a move with its form."""

    def send(actor: Actor, matter: Any, code: str, **given: Any) -> Any:
        matter.refresh_from_db()
        address = reverse("desk:move", args=[matter.pk, code])
        answer = sign_in(client, actor).post(address, {"version": matter.version, **given})
        matter.refresh_from_db()
        return answer

    return send


@pytest.mark.parametrize("procedure", [SUPERVISION_TOPIC, DELIBERATION_OPINION, PROBLEM], ids=lambda one: one.code)
def test_every_move_that_a_person_makes_has_its_form(procedure: Any) -> None:
    moves = {move.code for move in procedure.transitions if not move.automatic and not move.opens}
    assert moves - BY_ANOTHER == set(desk_of(procedure.code).forms)


def test_a_topic_by_its_forms(client: Client, sign_in: Any, do: Do, clerk_a: Actor, director_a: Actor) -> None:
    given = {
        "title": "校车安全",
        "year": today().year + 1,
        "source": "deputies",
        "form": "research",
        "grounds": "反映。",
    }
    refused = sign_in(client, clerk_a).post(reverse("desk:propose-topic"), {**given, "grounds": ""})
    assert refused.status_code == 422
    assert "校车安全" in refused.content.decode()
    assert client.post(reverse("desk:propose-topic"), given).status_code == 302
    topic = SupervisionTopic.objects.get()
    points = {f"points_{code}": 8 for code in ("concern", "impact", "urgency", "means")}
    assert do(clerk_a, topic, "score", **points).status_code == 302
    assert topic.points == 80
    assert do(director_a, topic, "plan", reason="第二十次主任会议同意").status_code == 302
    assert "80.00 分" in client.get(reverse("desk:matter", args=[topic.pk])).content.decode()


def test_a_topic_names_the_records_it_rests_on_by_their_numbers(
    client: Client, sign_in: Any, clerk_a: Actor, opinion_a: Any, opinion_b: Any
) -> None:
    for opinion, number in ((opinion_a, "乐业人意〔2026〕901号"), (opinion_b, "田林人意〔2026〕902号")):
        type(opinion).objects.filter(pk=opinion.pk).update(number=number)
    given = {"title": "水渠", "year": today().year, "source": "opinions", "form": "report", "grounds": "反映。"}
    reader = sign_in(client, clerk_a)
    refused = reader.post(reverse("desk:propose-topic"), {**given, "rests_on": "田林人意〔2026〕902号"})
    assert "没有这些编号的事项：田林人意〔2026〕902号。" in refused.content.decode()
    taken = reader.post(reverse("desk:propose-topic"), {**given, "rests_on": " 乐业人意〔2026〕901号 "})
    assert taken.status_code == 302
    assert SupervisionTopic.objects.get().links_in.get().source_id == opinion_a.pk


def test_what_many_records_are_about_is_shown(
    client: Client, sign_in: Any, clerk_a: Actor, compiled: Any, problems: list[Problem], lead: Lead
) -> None:
    for n in range(4):
        services.list_problem(origin=compiled, body=f"又一处{n}", unit=problems[0].unit, actor=clerk_a)
    assert selectors.clusters(clerk_a) == []
    lead(compiled, "handed_over")
    shown = sign_in(client, clerk_a).get(reverse("desk:topics")).content.decode()
    assert problems[0].unit.name in shown
    assert "监督问题 5 个" in shown


def test_an_opinion_by_its_forms(
    client: Client, sign_in: Any, do: Do, clerk_a: Actor, director_a: Actor, department_a: Actor, water_a: Organisation
) -> None:
    given = {"title": "关于饮水工程的审议意见", "meeting": "第三十次会议", "deliberated_on": today(), "body": BODY}
    given["unit"] = water_a.pk
    assert sign_in(client, clerk_a).post(reverse("desk:compile-opinion"), given).status_code == 302
    opinion = DeliberationOpinion.objects.get()
    listing = reverse("desk:list-problem", args=[opinion.pk])
    assert "1. 一、加快修复水毁水利设施。" in client.get(listing).content.decode()
    one = {"paragraph": "1", "body": "三处水毁未修。", "unit": water_a.pk}
    assert client.post(listing, one).status_code == 302
    problem = Problem.objects.get()
    assert (problem.ordinal, problem.paragraph) == (1, 1)
    assert do(director_a, opinion, "approve").status_code == 302
    assert do(clerk_a, opinion, "hand_over").status_code == 302
    day = (today() + timedelta(days=30)).isoformat()
    assert do(department_a, problem, "set_measure", measure="修复", measure_by=day).status_code == 302
    assert do(department_a, opinion, "submit_plan", plan="一个月内修复。").status_code == 302
    assert do(department_a, problem, "submit_evidence", evidence="已修复。").status_code == 302
    assert do(department_a, problem, "accept", finding="已看").status_code == 403
    assert do(clerk_a, problem, "accept", finding="到现场看过。").status_code == 302
    assert do(department_a, opinion, "report", report="已研究处理。").status_code == 302
    assert (opinion.state, problem.state) == ("reported", "accepted")
    shown = client.get(reverse("desk:matter", args=[opinion.pk])).content.decode()
    assert "共 1 个，未销号 0 个" in shown


def test_several_photos_come_with_the_evidence(
    client: Client, sign_in: Any, do: Do, compiled: Any, problems: list[Problem], lead: Lead, fix: Lead,
    department_a: Actor,
) -> None:  # fmt: skip
    def photo(shade: int) -> SimpleUploadedFile:
        buffer = io.BytesIO()
        Image.new("RGB", (64, 48), (shade, 120, 60)).save(buffer, "JPEG")
        return SimpleUploadedFile(f"{shade}.jpg", buffer.getvalue(), "image/jpeg")

    lead(compiled, "handed_over")
    problem = fix(problems[0], "rectifying")
    refused = do(department_a, problem, "submit_evidence", evidence="已修复。", photos=[photo(n) for n in range(7)])
    assert refused.status_code == 422
    assert "已修复。" in refused.content.decode()
    assert (
        do(department_a, problem, "submit_evidence", evidence="已修复。", photos=[photo(1), photo(2)]).status_code
        == 302
    )
    assert Attachment.objects.filter(owner=problem.pk).count() == 2


@pytest.mark.parametrize("address", LISTS)
def test_another_county_sees_nothing_of_it(
    client: Client, sign_in: Any, topic_a: Any, compiled: Any, problems: list[Problem], lead: Lead, clerk_b: Actor,
    address: str,
) -> None:  # fmt: skip
    lead(compiled, "handed_over")
    answer = sign_in(client, clerk_b).get(reverse(address))
    assert answer.status_code == 200
    assert 'class="rows"' not in answer.content.decode()
    for matter in (topic_a, compiled, problems[0]):
        assert client.get(reverse("desk:matter", args=[matter.pk])).status_code == 404


def test_a_unit_reads_its_papers_and_no_topics(
    client: Client, sign_in: Any, compiled: DeliberationOpinion, problems: list[Problem], lead: Lead,
    department_a: Actor,
) -> None:  # fmt: skip
    lead(compiled, "handed_over")
    reader = sign_in(client, department_a)
    assert reader.get(reverse("desk:topics")).status_code == 404
    assert compiled.title in reader.get(reverse("desk:deliberation-opinions")).content.decode()
    page = reader.get(reverse("desk:matter", args=[compiled.pk])).content.decode()
    assert reverse("desk:matter", args=[problems[0].pk]) in page
    assert problems[1].title in page
    assert reverse("desk:matter", args=[problems[1].pk]) not in page


@pytest.mark.parametrize("address", LISTS)
def test_a_list_costs_the_same_however_long(
    client: Client, sign_in: Any, compiled: DeliberationOpinion, topic_a: SupervisionTopic, problems: list[Problem],
    clerk_a: Actor, address: str, django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    reader = sign_in(client, clerk_a)
    with django_assert_max_num_queries(8):
        assert reader.get(reverse(address)).status_code == 200


def test_the_page_of_a_paper_costs_the_same_however_many_problems(
    client: Client, sign_in: Any, compiled: DeliberationOpinion, problems: list[Problem], clerk_a: Actor,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    reader = sign_in(client, clerk_a)
    with django_assert_max_num_queries(14):
        assert reader.get(reverse("desk:matter", args=[compiled.pk])).status_code == 200
