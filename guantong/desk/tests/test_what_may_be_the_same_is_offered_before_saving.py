"""Before a second matter about the same thing is saved, the first is shown; nobody is kept from saving."""

import io
import math
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guantong.deputies.models import Deputy
from guantong.matters import duplicates
from guantong.matters.commonness import Commonness
from guantong.matters.search import index_new_matters
from guantong.opinions.models import Opinion
from guantong.opinions.services import merge_opinion, submit_opinion
from guantong.suggestions.models import Subject, Suggestion
from guantong.suggestions.services import draft_suggestion

pytestmark = pytest.mark.django_db

FIRST = "民治村三组到小学的路灯坏了半个月，孩子放学看不清路。"
AGAIN = "三组到小学那段路灯坏了，已经半个月，放学的孩子看不见。"
NEVERTHELESS = "不是同一件，仍然保存"
OFFERED = "可能已有相同的事项"


@pytest.fixture(autouse=True)
def _nothing_counted_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "_known", (math.inf, Commonness({}, 0)))


@pytest.fixture
def first(code_a: Any, spoken: Any) -> Opinion:
    said = submit_opinion(code=code_a, spoken=spoken(FIRST))
    index_new_matters()
    return said


@pytest.fixture
def typed(code_a: Any) -> Callable[..., dict[str, str]]:
    """`typed(body=…)`: what the form for an opinion sends."""

    def make(**more: str) -> dict[str, str]:
        return {"client_id": str(uuid4()), "code": code_a.token, "channel": "spoken", "body": AGAIN, **more}

    return make


@pytest.mark.parametrize(("door", "who"), [("desk:record", "clerk_a"), ("field:record", "keeper_a")])
def test_the_form_comes_back_once_and_the_second_sending_saves(
    client: Client, sign_in: Any, request: Any, typed: Any, first: Opinion, door: str, who: str
) -> None:
    if who == "keeper_a":
        first.holdings.create(organisation_id=request.getfixturevalue(who).organisation_id, since=first.opened_at)
    form = typed(where="小学门口", contact_name="韦大姐")
    sign_in(client, request.getfixturevalue(who))
    asked = client.post(reverse(door), form)
    page = asked.content.decode()
    assert asked.status_code == 409
    assert Opinion.objects.count() == 1
    assert first.title in page
    assert NEVERTHELESS in page
    assert reverse("desk:matter", args=[first.pk]) in page
    assert all(word in page for word in (AGAIN, "小学门口", "韦大姐", form["client_id"]))
    saved = client.post(reverse(door), {**form, "seen_likely": "1"})
    assert saved.status_code == 302
    assert Opinion.objects.get(client_id=form["client_id"]).body == AGAIN


def test_what_is_like_nothing_is_saved_at_once(
    client: Client, sign_in: Any, clerk_a: Any, typed: Any, first: Any
) -> None:
    answer = sign_in(client, clerk_a).post(
        reverse("desk:record"), typed(body="五组自来水一到下午就没有水，请检查水泵。")
    )
    assert answer.status_code == 302


def test_a_form_that_is_sent_twice_is_not_like_itself(client: Client, sign_in: Any, clerk_a: Any, typed: Any) -> None:
    form = typed(body=FIRST)
    sign_in(client, clerk_a).post(reverse("desk:record"), form)
    index_new_matters()
    assert client.post(reverse("desk:record"), form).status_code == 302
    assert Opinion.objects.count() == 1


def test_what_is_wrong_in_the_form_is_said_first(
    client: Client, sign_in: Any, clerk_a: Any, typed: Any, first: Any
) -> None:
    answer = sign_in(client, clerk_a).post(reverse("desk:record"), typed(channel=""))
    assert answer.status_code == 422
    assert OFFERED not in answer.content.decode()


def test_photos_that_have_to_be_chosen_again_are_named(
    client: Client, sign_in: Any, clerk_a: Any, typed: Any, first: Any
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    photo = SimpleUploadedFile("路灯.jpg", out.getvalue(), content_type="image/jpeg")
    answer = sign_in(client, clerk_a).post(reverse("desk:record"), {**typed(), "photos": photo})
    assert answer.status_code == 409
    assert "照片还没有保存" in answer.content.decode()


def test_a_suggestion_is_asked_about_in_the_same_way(
    client: Client, sign_in: Any, deputy_a: Any, deputy_row_a: Deputy
) -> None:
    draft_suggestion(
        lead=deputy_row_a, title="关于修复民治村三组路灯的建议", body=FIRST, subject=Subject.TRANSPORT, actor=deputy_a
    )
    index_new_matters()
    form = {"form": str(uuid4()), "title": "建议修好三组路灯", "body": AGAIN, "subject": "transport", "put": "between"}
    asked = sign_in(client, deputy_a).post(reverse("suggestions:draft"), form)
    assert asked.status_code == 409
    assert OFFERED in asked.content.decode()
    assert AGAIN in asked.content.decode()
    assert client.post(reverse("suggestions:draft"), {**form, "seen_likely": "1"}).status_code == 302
    assert Suggestion.objects.count() == 2


def test_while_typing_a_part_of_the_page_lists_them(client: Client, sign_in: Any, clerk_a: Any, first: Opinion) -> None:
    sign_in(client, clerk_a)
    part = client.post(reverse("desk:record-likely"), {"body": AGAIN}, headers={"hx-request": "true"}).content.decode()
    assert first.title in part
    assert "已收到" in part
    assert "相似度" in part
    assert 'name="seen_likely"' in part
    assert "<html" not in part


def test_the_page_asks_for_that_part_as_the_text_is_typed(
    client: Client, sign_in: Any, clerk_a: Any, code_a: Any
) -> None:
    page = sign_in(client, clerk_a).get(reverse("desk:record")).content.decode()
    assert f'hx-post="{reverse("desk:record-likely")}"' in page
    assert "input delay:500ms from:#id_body" in page
    assert 'id="id_body"' in page
    assert OFFERED not in page


def test_too_few_signs_say_nothing(client: Client, sign_in: Any, clerk_a: Any, first: Any) -> None:
    part = sign_in(client, clerk_a).post(reverse("desk:record-likely"), {"body": "路灯坏了半个"})
    assert part.content.decode().strip() == ""


def test_another_county_sees_nothing_of_it(client: Client, sign_in: Any, clerk_b: Any, first: Any) -> None:
    part = sign_in(client, clerk_b).post(reverse("desk:record-likely"), {"body": FIRST})
    assert part.content.decode().strip() == ""


def test_a_body_that_never_had_it_sees_nothing_of_it(
    client: Client, sign_in: Any, presidium_a: Any, first: Any
) -> None:
    part = sign_in(client, presidium_a).post(reverse("desk:record-likely"), {"body": FIRST})
    assert part.content.decode().strip() == ""


def test_what_was_merged_is_offered_no_more(
    client: Client, sign_in: Any, clerk_a: Any, code_a: Any, spoken: Any, first: Opinion
) -> None:
    again = submit_opinion(code=code_a, spoken=spoken(AGAIN))
    merge_opinion(opinion=again, target=first, actor=clerk_a)
    index_new_matters()
    part = sign_in(client, clerk_a).post(reverse("desk:record-likely"), {"body": AGAIN}).content.decode()
    assert str(first.pk) in part
    assert str(again.pk) not in part


def test_a_citizen_is_never_shown_what_others_said(client: Client, code_a: Any, first: Any) -> None:
    page = client.get(reverse("portal:speak", args=[code_a.token])).content.decode()
    assert "likely" not in page
    assert client.post(reverse("desk:record-likely"), {"body": FIRST}).status_code in (302, 403)
