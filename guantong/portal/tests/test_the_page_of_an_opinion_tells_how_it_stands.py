"""What whoever asked sees at each step, and what they do not."""

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import CITIZEN_ACTOR, Actor
from guantong.attachments.images import read_photo
from guantong.attachments.services import keep_photo
from guantong.opinions import services
from guantong.opinions.models import Destination, Opinion, Outcome
from guantong.opinions.procedures import OPINION
from guantong.portal.public_words import INTERNAL, SENTENCES

pytestmark = pytest.mark.django_db
Follow = Callable[[Opinion], Any]


def _page(follow: Follow, opinion: Opinion) -> str:
    text: str = follow(opinion).content.decode()
    return text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("accepted", "正在安排由谁来办"),
        ("assigned", "水利局正在办理"),
        ("answered", "请您看看是否满意"),
        ("closing", "正在核对能否办结"),
        ("closed", "您还没有评价"),
    ],
)
def test_it_says_whose_move_it_is(
    follow: Follow, opinion_a: Opinion, walk: Callable[..., Opinion], state: str, said: str
) -> None:
    assert said in _page(follow, walk(opinion_a, state))


def test_it_says_when_to_expect_something(follow: Follow, opinion_a: Opinion, later: Any) -> None:
    assert "前告诉您是否受理" in _page(follow, opinion_a)
    with later(days=20):
        assert "比预计的时间晚了" in _page(follow, opinion_a)


def test_the_answer_is_shown_with_the_body_that_gave_it(
    follow: Follow, opinion_a: Opinion, walk: Callable[..., Opinion]
) -> None:
    page = _page(follow, walk(opinion_a, "answered"))
    assert "已派人修好，请查看。" in page
    assert "已经解决" in page
    assert "水利局" in page


def test_an_answer_that_did_not_do_is_told_as_the_former_one(
    follow: Follow, opinion_a: Opinion, walk: Callable[..., Opinion]
) -> None:
    answered = walk(opinion_a, "answered")
    page = _page(follow, services.reopen_opinion(opinion=answered, reason="还是漏水。"))
    assert "<h2>上一次答复</h2>" in page
    assert "<dt>当时的结果</dt><dd>已经解决</dd>" in page
    assert "尚未答复" not in page


def test_photos_stand_with_what_was_said(
    follow: Follow,
    opinion_a: Opinion,
    walk: Callable[..., Opinion],
    clerk_a: Actor,
    jpeg: Any,
    client: Any,
    sign_in: Any,
) -> None:
    keep_photo(owner=opinion_a.pk, photo=read_photo(jpeg()), actor=CITIZEN_ACTOR)
    walk(opinion_a, "answered")
    page = _page(follow, opinion_a)
    assert page.index("已派人修好") < page.index("您反映的") < page.index("您提供的照片") < page.index("受理单位")
    desk = sign_in(client, clerk_a).get(f"/desk/m/{opinion_a.pk}/").content.decode()
    assert desk.count('class="photos"') == 1
    assert desk.index("群众提供的照片") < desk.index("<h3>答复</h3>")


def test_no_name_of_staff_is_shown(
    follow: Follow, opinion_a: Opinion, walk: Callable[..., Opinion], clerk_a: Actor, department_a: Actor
) -> None:
    page = _page(follow, walk(opinion_a, "confirmed"))
    for actor in (clerk_a, department_a):
        assert actor.name not in page
        assert actor.organisation_name in page


def test_a_reason_between_offices_stays_there(
    follow: Follow, opinion_a: Opinion, walk: Callable[..., Opinion], department_a: Actor
) -> None:
    opinion = walk(opinion_a, "assigned")
    services.hand_back_opinion(opinion=opinion, reason="内部推诿的话", next_body="农业农村局", actor=department_a)
    page = _page(follow, opinion)
    assert "内部推诿的话" not in page
    assert "正在重新安排" in page


def test_a_refusal_comes_with_its_reason(follow: Follow, opinion_a: Opinion, clerk_a: Actor) -> None:
    services.decline_opinion(opinion=opinion_a, reason="同一渠段已列入今年维修计划", actor=clerk_a)
    page = _page(follow, opinion_a)
    assert "没有受理的原因" in page
    assert "同一渠段已列入今年维修计划" in page


def test_who_is_sent_elsewhere_is_told_where(follow: Follow, opinion_a: Opinion, clerk_a: Actor) -> None:
    services.route_out_opinion(
        opinion=opinion_a, destination=Destination.PETITION, reason="请到县信访局登记", actor=clerk_a
    )
    page = _page(follow, opinion_a)
    assert "请找信访部门" in page
    assert "请到县信访局登记" in page


def test_a_merged_opinion_follows_the_one_that_goes_on(
    follow: Follow,
    opinion_a: Opinion,
    code_a: Any,
    spoken: Callable[..., Any],
    clerk_a: Actor,
    walk: Callable[..., Opinion],
) -> None:
    main = services.submit_opinion(code=code_a, spoken=spoken("别人写的原话", contact_name="别人"))
    services.merge_opinion(opinion=opinion_a, target=main, actor=clerk_a)
    walk(main, "answered", outcome=Outcome.IN_PROGRESS)
    page = _page(follow, opinion_a)
    assert "合并办理的答复" in page
    assert "已派人修好，请查看。" in page
    assert "正在解决" in page
    assert "别人写的原话" not in page
    assert "您也可以现在就评价" not in page
    assert main.receipt not in page


def test_every_move_of_the_procedure_has_public_words_or_is_internal() -> None:
    moves = {move.code for move in OPINION.transitions}
    assert set(SENTENCES) | INTERNAL == moves | {"reprint_slip"}
    assert not set(SENTENCES) & INTERNAL


def test_staff_see_no_secret_and_strangers_no_number(follow: Follow, opinion_a: Opinion) -> None:
    from guantong.opinions.receipts import secret_of

    assert secret_of(opinion_a.pk) not in _page(follow, opinion_a)
