"""Confirm and rate, have it handled again, withdraw, delete contact data."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guantong.audit.models import Entry
from guantong.opinions.models import Opinion

pytestmark = pytest.mark.django_db
Walk = Callable[..., Opinion]


@pytest.fixture
def do(phone: Client, follow: Callable[..., Any]) -> Callable[..., Any]:
    """`do(opinion, "confirm", …)`: act on an opinion that this browser follows."""

    def post(opinion: Opinion, code: str, **fields: Any) -> Any:
        follow(opinion)
        return phone.post(reverse("portal:act", args=[opinion.pk, code]), fields)

    return post


def _entries(opinion: Opinion, action: str) -> list[Entry]:
    return list(Entry.objects.filter(chain=opinion.pk, action=action))


def test_process_and_result_are_rated_apart(do: Callable[..., Any], opinion_a: Opinion, walk: Walk) -> None:
    walk(opinion_a, "answered")
    assert do(opinion_a, "confirm", rated_process="1", rated_result="3", reason="修好了，就是拖太久").status_code == 303
    opinion_a.refresh_from_db()
    assert (opinion_a.rated_process, opinion_a.rated_result) == (1, 3)
    assert opinion_a.confirmed_at
    assert _entries(opinion_a, "confirm")[0].reason == "修好了，就是拖太久"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"rated_process": "3"}, "请评价办理结果。"),
        ({"rated_result": "3"}, "请评价办理过程。"),
        ({"rated_process": "9", "rated_result": "满意"}, "请评价办理过程。"),
    ],
)
def test_both_ratings_are_needed_and_words_are_kept(
    do: Callable[..., Any], opinion_a: Opinion, walk: Walk, given: dict[str, str], said: str
) -> None:
    walk(opinion_a, "answered")
    answer = do(opinion_a, "confirm", reason="写好的话", **given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "写好的话" in page


def test_a_confirmation_sent_again_changes_nothing(do: Callable[..., Any], opinion_a: Opinion, walk: Walk) -> None:
    walk(opinion_a, "answered")
    for _ in range(3):
        assert do(opinion_a, "confirm", rated_process="3", rated_result="2").status_code == 303
    assert len(_entries(opinion_a, "confirm")) == 1


def test_what_is_not_solved_is_handled_again(do: Callable[..., Any], opinion_a: Opinion, walk: Walk) -> None:
    walk(opinion_a, "closed")
    assert do(opinion_a, "reopen", reason="").status_code == 422
    assert do(opinion_a, "reopen", reason="还是漏水").status_code == 303
    opinion_a.refresh_from_db()
    assert (opinion_a.state, opinion_a.closed_at) == ("accepted", None)


def test_a_reopening_sent_again_is_told_and_keeps_its_words(
    do: Callable[..., Any], opinion_a: Opinion, walk: Walk
) -> None:
    walk(opinion_a, "answered")
    do(opinion_a, "reopen", reason="还是漏水")
    again = do(opinion_a, "reopen", reason="还是漏水，请再来")
    page = again.content.decode()
    assert again.status_code == 422
    assert "不能进行这一步" in page
    assert "还是漏水，请再来" in page


def test_it_can_be_taken_back_before_anybody_handles_it(
    do: Callable[..., Any], opinion_a: Opinion, opinion_b: Opinion, walk: Walk
) -> None:
    assert do(opinion_b, "withdraw").status_code == 303
    opinion_b.refresh_from_db()
    assert opinion_b.state == "withdrawn"
    walk(opinion_a, "assigned")
    assert do(opinion_a, "withdraw").status_code == 422


def test_contact_data_is_deleted_and_the_matter_goes_on(
    do: Callable[..., Any], send: Callable[..., Any], follow: Callable[..., Any]
) -> None:
    send(contact_name="老黄", contact_phone="13800138000")
    opinion = Opinion.objects.get()
    assert "13800138000" in follow(opinion).content.decode()
    assert do(opinion, "erase").status_code == 303
    page = follow(opinion).content.decode()
    assert "13800138000" not in page
    assert "删除联系方式</a>" not in page
    opinion.refresh_from_db()
    assert (opinion.contact_name, opinion.contact_phone, opinion.state) == ("", "", "received")


def test_only_what_can_be_done_now_is_offered(follow: Callable[..., Any], opinion_a: Opinion, walk: Walk) -> None:
    offered = [act.code for act in follow(opinion_a).context["acts"]]
    assert offered == ["withdraw"]
    walk(opinion_a, "answered")
    assert [act.code for act in follow(opinion_a).context["acts"]] == ["confirm", "reopen"]


def test_what_cannot_be_done_now_leads_back_to_the_page(
    phone: Client, follow: Callable[..., Any], opinion_a: Opinion
) -> None:
    follow(opinion_a)
    answer = phone.get(reverse("portal:act", args=[opinion_a.pk, "confirm"]), follow=True)
    assert "现在不能办" in answer.content.decode()


@pytest.mark.parametrize("code", ["confirm", "reopen", "withdraw", "erase"])
def test_nobody_acts_on_an_opinion_that_is_not_theirs(phone: Client, opinion_a: Opinion, walk: Walk, code: str) -> None:
    walk(opinion_a, "answered")
    for pk in (opinion_a.pk, uuid4()):
        url = reverse("portal:act", args=[pk, code])
        assert phone.get(url).status_code == 404
        assert phone.post(url, {"rated_process": "1", "rated_result": "1", "reason": "捣乱"}).status_code == 404


def test_an_act_that_does_not_exist_is_a_page_that_does_not_open(
    phone: Client, follow: Callable[..., Any], opinion_a: Opinion
) -> None:
    follow(opinion_a)
    assert phone.get(reverse("portal:act", args=[opinion_a.pk, "close"])).status_code == 404
