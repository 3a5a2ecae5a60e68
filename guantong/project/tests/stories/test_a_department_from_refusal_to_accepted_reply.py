"""A department refuses and names another; the other's first reply is not accepted, and the second is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.base.now import today
from guantong.deputies.models import Deputy
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out
from guantong.regions.models import Organisation
from guantong.suggestions import services as suggestions
from guantong.suggestions.models import Put, Subject, Suggestion

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]
WHY_NOT = "水渠的建设和管护属于水利部门职责。"
UNCLEAR = "没有写明哪个月动工。"


@pytest.fixture
def roads(hire: Callable[..., Actor], body: Callable[..., Organisation]) -> Actor:
    """An officer of the transport department of county A."""
    return hire("jiaotong-a", "周路生", Role.DEPARTMENT, body("jiaotong"))


@pytest.fixture
def handed_to_roads(
    deputy_a: Actor, deputy_row_a: Deputy, clerk_a: Actor, roads: Actor, body: Callable[..., Organisation]
) -> Suggestion:
    """A suggestion about a ditch that went to the transport department by mistake."""
    one = suggestions.draft_suggestion(
        lead=deputy_row_a, title="关于修缮民治村三组水渠的建议", body="三组水渠塌了十来米，春耕放不了水。",
        subject=Subject.FARMING, put=Put.BETWEEN, year=today().year, actor=deputy_a,
    )  # fmt: skip
    one = suggestions.submit_suggestion(suggestion=one, actor=deputy_a)
    one = suggestions.accept_suggestion(suggestion=one, actor=clerk_a)
    return suggestions.hand_over(suggestion=one, lead_unit=body("jiaotong"), actor=clerk_a)


def _moves(page: Page, suggestion: Suggestion) -> list[str]:
    """The buttons that the page offers."""
    page.goto(f"/desk/m/{suggestion.pk}/")
    section = page.locator("section", has=page.get_by_role("heading", name="现在可以做"))
    return section.locator("a.btn").all_inner_texts()


def _reply(page: Page, suggestion: Suggestion, unit: Actor, password: str, text: str) -> None:
    sign_in(page, unit, password)
    assert "答复代表" not in _moves(page, suggestion)
    make_move(
        page, suggestion, "登记沟通", 沟通方式="面商", 参加人员="水利局农建业", 沟通情况="到渠边看过，先修最急的一段。"
    )
    make_move(page, suggestion, "答复代表", 答复内容=text, 答复类别="A 已经解决或基本解决")
    no_barrier(page)
    sign_out(page)


def test_who_is_not_responsible_refuses_and_who_is_replies_until_it_is_accepted(
    watched: BrowserContext,
    handed_to_roads: Suggestion,
    roads: Actor,
    department_a: Actor,
    clerk_a: Actor,
    deputy_a: Actor,
    password: str,
) -> None:
    suggestion, water = handed_to_roads, department_a.organisation_name
    desk, phone = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})

    sign_in(desk, roads, password)
    make_move(desk, suggestion, "提出异议", 异议理由=WHY_NOT, 建议承办单位=water)
    assert _moves(desk, suggestion) == []
    sign_out(desk)
    sign_in(desk, clerk_a, password)
    desk.goto(f"/desk/m/{suggestion.pk}/")
    expect(desk.get_by_text(WHY_NOT).first).to_be_visible()
    make_move(desk, suggestion, "交办", 主办单位=water)
    sign_out(desk)

    _reply(desk, suggestion, department_a, password, "已列入计划。")
    sign_in(phone, deputy_a, password)
    make_move(phone, suggestion, "评价", 对办理过程的评价="满意", 对办理结果的评价="不满意", 评价说明=UNCLEAR)
    sign_out(phone)
    sign_in(desk, clerk_a, password)
    make_move(desk, suggestion, "交重新办理", 重新办理的要求="写明动工和完工的月份。")
    sign_out(desk)

    _reply(desk, suggestion, department_a, password, "11月动工，12月完工，现已修复。")
    sign_in(phone, deputy_a, password)
    make_move(phone, suggestion, "评价", 对办理过程的评价="满意", 对办理结果的评价="满意")
    expect(phone.get_by_text("已办结").first).to_be_visible()
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.rehandled, suggestion.rated_result) == ("closed", 1, 3)
    assert suggestion.replied_for_id == department_a.organisation_id
