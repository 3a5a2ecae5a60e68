"""The congress reads the ranking, a deputy and a unit their own line with its working, others nothing of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guantong.accounts.actors import Actor
from guantong.appraisals import services
from guantong.appraisals.models import Appeal, ScoreSheet, Subjects
from guantong.appraisals.procedures import SCORE_SHEET
from guantong.deputies.models import Deputy
from guantong.kernel.periods import Period
from guantong.matters.actions import desk_of

pytestmark = pytest.mark.django_db
LIST, NEW = "/desk/appraisals/", "/desk/appraisals/new/"


@pytest.fixture
def read(client: Client, sign_in: Any) -> Any:
    """`read(deputy_a, sheet)`: the words of the sheet's page, and its status."""

    def ask(actor: Actor, sheet: ScoreSheet) -> tuple[int, str]:
        answer = sign_in(client, actor).get(reverse("desk:matter", args=[sheet.pk]))
        return answer.status_code, answer.content.decode()

    return ask


def test_every_move_that_a_person_makes_has_its_form() -> None:
    moves = {move.code for move in SCORE_SHEET.transitions if not move.automatic and not move.opens}
    assert moves == set(desk_of("score_sheet").forms)


def test_the_congress_reads_all_and_a_deputy_their_own(
    read: Any, sheet: Any, take_part: Any, deputy_row_a: Deputy, second_row_a: Deputy, clerk_a: Actor, deputy_a: Actor,
    second_deputy_a: Actor, keeper_a: Actor, department_a: Actor, clerk_b: Actor,
) -> None:  # fmt: skip
    take_part([deputy_row_a])
    made = sheet()
    status, all_of_it = read(clerk_a, made)
    assert status == 200
    assert deputy_row_a.name in all_of_it
    assert second_row_a.name in all_of_it
    assert "每一行都与表中相同" in all_of_it
    own = read(deputy_a, made)[1]
    assert "15 × 1 ÷ 6 ＝ 2.50" in own
    assert "/activity_deputy_person_times/" in own
    assert "1 / 2" in own
    assert second_row_a.name not in own
    assert "没有您的一行" in read(keeper_a, made)[1]
    assert (read(department_a, made)[0], read(clerk_b, made)[0]) == (404, 404)


def test_before_publication_only_the_congress_knows_of_it(
    read: Any, sheet: Any, deputy_row_a: Deputy, deputy_a: Actor, clerk_a: Actor
) -> None:
    made = sheet(to="computed")
    assert (read(clerk_a, made)[0], read(deputy_a, made)[0]) == (200, 404)


def test_a_unit_reads_its_own_line_and_rank(read: Any, sheet: Any, suggest: Any, department_a: Actor) -> None:
    suggest()
    words = read(department_a, sheet(Subjects.UNIT))[1]
    assert "本人（本单位）得分" in words
    assert "没有可计的记录，本项不计" in words
    assert "按现在的记录重算" not in words


def test_an_appeal_is_put_and_answered_by_forms(
    client: Client, sign_in: Any, read: Any, sheet: Any, deputy_row_a: Deputy, second_deputy_a: Actor, deputy_a: Actor,
    second_clerk_a: Actor,
) -> None:  # fmt: skip
    made = sheet()
    put = reverse("desk:move", args=[made.pk, "appeal"])
    assert "申诉理由" in sign_in(client, second_deputy_a).get(put).content.decode()
    assert client.post(put, {"version": made.version, "ground": ""}).status_code == 422
    assert client.post(put, {"version": made.version, "ground": "少了一次接待"}).status_code == 302
    made.refresh_from_db()
    answer = reverse("desk:move", args=[made.pk, "decide_appeal"])
    typed = {"version": made.version, "appeal": Appeal.objects.get().pk, "upheld": "yes", "answer": "已核实"}
    page = sign_in(client, second_clerk_a).post(answer, typed)
    assert page.status_code == 422
    assert "申诉成立的写明调整的分数" in page.content.decode()
    assert client.post(answer, {**typed, "change": "1.5"}).status_code == 302
    assert "少了一次接待" in read(second_deputy_a, made)[1]
    assert "少了一次接待" not in read(deputy_a, made)[1]
    assert second_deputy_a.name in read(second_clerk_a, made)[1]
    assert second_deputy_a.name in read(second_deputy_a, made)[1]
    assert second_deputy_a.name not in read(deputy_a, made)[1]
    history = client.get(f"/api/matters/{made.pk}/timeline")
    assert history.status_code == 200
    assert "appeal" not in history.content.decode()


def test_the_staff_set_a_sheet_up(
    client: Client, sign_in: Any, clerk_a: Actor, deputy_row_a: Deputy, deputy_a: Actor, half: Period
) -> None:
    sign_in(client, clerk_a)
    assert client.get(NEW).status_code == 200
    assert client.post(NEW, {"subjects": "", "period": "1066"}).status_code == 422
    answer = client.post(NEW, {"subjects": "deputy", "period": half.code})
    made = ScoreSheet.objects.get()
    assert answer["Location"] == reverse("desk:matter", args=[made.pk])
    assert client.post(NEW, {"subjects": "deputy", "period": half.code}).status_code == 422
    assert made.title in client.get(LIST).content.decode()
    assert "怎样计分" in client.get(reverse("desk:matter", args=[made.pk])).content.decode()
    services.compute_sheet(sheet=made, actor=clerk_a)
    assert made.title not in sign_in(client, deputy_a).get(LIST).content.decode()
