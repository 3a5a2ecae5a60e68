"""A deputy on a phone from draft to rating; a department from refusal to reply; the committee hands over twice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.deputies.models import Deputy
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out
from guantong.regions.models import Organisation
from guantong.suggestions.models import Suggestion

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]
BODY = "民治村三组水渠去年塌了十来米，春耕放不了水。建议县水利局列入今年小型水利项目。"


def _draft(phone: Page) -> Suggestion:
    phone.goto("/desk/suggestions/")
    no_barrier(phone)
    phone.get_by_role("link", name="起草建议").first.click()
    no_barrier(phone)
    phone.get_by_label(re.compile("^标题")).fill("关于修缮民治村三组水渠的建议")
    phone.get_by_label(re.compile("^内容")).fill(BODY)
    phone.get_by_label(re.compile("^类别")).select_option(label="农业农村和水利")
    phone.get_by_role("button", name="保存草稿").click()
    expect(phone.get_by_text("草稿已保存")).to_be_visible()
    return Suggestion.objects.get()


def test_it_is_drafted_refused_handed_on_answered_and_rated(
    watched: BrowserContext,
    deputy_a: Actor,
    deputy_row_a: Deputy,
    clerk_a: Actor,
    department_a: Actor,
    password: str,
    hire: Callable[..., Actor],
    body: Callable[..., Organisation],
) -> None:
    roads = hire("jiaotong-a", "周路生", Role.DEPARTMENT, body("jiaotong"))
    phone, desk = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})
    sign_in(phone, deputy_a, password)
    suggestion = _draft(phone)
    make_move(phone, suggestion, "提交")
    sign_out(phone)

    sign_in(desk, clerk_a, password)
    make_move(desk, suggestion, "审核通过")
    make_move(desk, suggestion, "交办", 主办单位=roads.organisation_name)
    no_barrier(desk)
    sign_out(desk)

    sign_in(desk, roads, password)
    reason = "水渠的建设和管护属于水利部门职责。"
    make_move(desk, suggestion, "提出异议", 异议理由=reason, 建议承办单位=department_a.organisation_name)
    sign_out(desk)

    sign_in(desk, clerk_a, password)
    make_move(desk, suggestion, "交办", 主办单位=department_a.organisation_name)
    sign_out(desk)

    sign_in(desk, department_a, password)
    make_move(
        desk, suggestion, "登记沟通", 沟通方式="面商", 参加人员="水利局农建业", 沟通情况="到渠边看过，先修最急的一段。"
    )
    make_move(desk, suggestion, "答复代表", 答复内容="已修复，春耕放水正常。", 答复类别="A 已经解决或基本解决")
    no_barrier(desk)
    sign_out(desk)

    sign_in(phone, deputy_a, password)
    make_move(phone, suggestion, "评价", 对办理过程的评价="满意", 对办理结果的评价="基本满意")
    no_barrier(phone)
    expect(phone.get_by_text("已办结").first).to_be_visible()
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.rated_process, suggestion.rated_result) == ("closed", 3, 2)
    assert suggestion.rated_by_id == deputy_a.person_id
