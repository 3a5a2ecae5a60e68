"""The committee hands a suggestion over; its reply is rated, scored with its working, appealed against, and ranked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import DateTimeField, F, Model
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import ScoreSheet
from guantong.base.now import now, today
from guantong.deputies.models import Deputy
from guantong.figures.selectors import half_year_of
from guantong.matters.models import Clock, Matter
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out
from guantong.regions.models import Organisation
from guantong.suggestions import services as suggestions
from guantong.suggestions.models import Put, Subject, Suggestion

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]
TITLE = "关于修缮民治村三组水渠的建议"
BODY = "民治村三组水渠去年塌了十来米，春耕放不了水。建议县水利局列入今年小型水利项目。"
PERIOD = half_year_of(today()).previous()
GROUND = "到渠边与代表见过面，登记时误选了电话。"


@pytest.fixture
def submitted(deputy_a: Actor, deputy_row_a: Deputy) -> Suggestion:
    drafted = suggestions.draft_suggestion(
        lead=deputy_row_a, title=TITLE, body=BODY, subject=Subject.FARMING, put=Put.BETWEEN, year=today().year,
        actor=deputy_a,
    )  # fmt: skip
    return suggestions.submit_suggestion(suggestion=drafted, actor=deputy_a)


def time_passes(matter: Matter, span: timedelta) -> None:
    """The clock goes on by `span`, as seen from a matter: everything about it lies that much further back."""
    rows: list[tuple[type[Model], dict[str, Any]]] = [
        (Matter, {"pk": matter.pk}),
        (type(matter), {"pk": matter.pk}),
        (Clock, {"matter": matter.pk}),
    ]
    for model, which in rows:
        moments = [field.attname for field in model._meta.local_fields if isinstance(field, DateTimeField)]
        model._default_manager.filter(**which).update(**{name: F(name) - span for name in moments})


def _hand_over_to_the_likeliest(desk: Page, suggestion: Suggestion) -> str:
    """Read the offer and its reasons, and hand over to the first; whoever that is."""
    desk.goto(f"/desk/m/{suggestion.pk}/")
    desk.get_by_role("link", name="交办", exact=True).click()
    offers = desk.locator("#do ol.plain li")
    expect(offers.first).to_be_visible()
    assert 1 <= offers.count() <= 3
    assert all(offer.locator(".muted").inner_text().strip() for offer in offers.all())
    likeliest = offers.first.inner_text().split()[0]
    make_move(desk, suggestion, "交办", 主办单位=likeliest)
    return likeliest


def _handled(desk: Page, phone: Page, suggestion: Suggestion, unit: Actor, deputy: Actor, password: str) -> None:
    sign_in(desk, unit, password)
    make_move(
        desk, suggestion, "登记沟通", 沟通方式="电话", 参加人员="水利局农建业", 沟通情况="代表同意先修最急的一段。"
    )
    make_move(desk, suggestion, "答复代表", 答复内容="已修复，春耕放水正常。", 答复类别="A 已经解决或基本解决")
    sign_out(desk)
    sign_in(phone, deputy, password)
    make_move(phone, suggestion, "评价", 对办理过程的评价="满意", 对办理结果的评价="满意")
    sign_out(phone)


def _set_up(desk: Page) -> ScoreSheet:
    desk.goto("/desk/appraisals/")
    no_barrier(desk)
    desk.get_by_role("link", name="新建评分表").click()
    desk.get_by_label("承办单位绩效考评").check()
    desk.get_by_label(re.compile("^统计期")).select_option(label=PERIOD.label_zh())
    desk.get_by_role("button", name="保存").click()
    expect(desk.get_by_text("已新建，现在可以计算。")).to_be_visible()
    return ScoreSheet.objects.get()


def _look_behind_a_point(desk: Page, sheet: ScoreSheet, unit: str) -> None:
    """From the ranking to a unit's working, from a point of it to the records, and on to the suggestion."""
    desk.goto(f"/desk/m/{sheet.pk}/")
    no_barrier(desk)
    desk.locator("summary", has_text=unit).click()
    desk.get_by_role("link", name="代表建议面商率").click()
    no_barrier(desk)
    expect(desk.get_by_text("20 × 0 ÷ 1 ＝ 0.00")).to_be_visible()
    expect(desk.get_by_text("未达到", exact=True)).to_be_visible()
    desk.get_by_role("link", name=TITLE).click()
    expect(desk.get_by_role("heading", level=1, name=TITLE)).to_be_visible()


def test_a_suggestion_is_handed_over_answered_scored_and_ranked(
    watched: BrowserContext,
    submitted: Suggestion,
    deputy_a: Actor,
    clerk_a: Actor,
    second_clerk_a: Actor,
    director_a: Actor,
    department_a: Actor,
    password: str,
    hire: Callable[..., Actor],
    body: Callable[..., Organisation],
) -> None:
    roads = hire("jiaotong-a", "周路生", Role.DEPARTMENT, body("jiaotong"))
    desk, phone = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})

    sign_in(desk, clerk_a, password)
    make_move(desk, submitted, "审核通过")
    assert _hand_over_to_the_likeliest(desk, submitted) == department_a.organisation_name
    sign_out(desk)
    _handled(desk, phone, submitted, department_a, deputy_a, password)
    submitted.refresh_from_db()
    time_passes(submitted, timedelta(days=(today() - PERIOD.end).days + 60))

    sign_in(desk, clerk_a, password)
    sheet = _set_up(desk)
    make_move(desk, sheet, "计算")
    _look_behind_a_point(desk, sheet, department_a.organisation_name)
    sign_out(desk)
    sign_in(desk, director_a, password)
    make_move(desk, sheet, "公布")
    sign_out(desk)

    sign_in(phone, roads, password)
    phone.goto("/desk/appraisals/")
    expect(phone.get_by_text("还没有评分表")).to_be_visible()
    sign_out(phone)
    sign_in(phone, department_a, password)
    phone.goto("/desk/appraisals/")
    phone.get_by_role("link", name=sheet.title).click()
    no_barrier(phone)
    expect(phone.get_by_text("20 × 0 ÷ 1 ＝ 0.00")).to_be_visible()
    make_move(phone, sheet, "申诉", 申诉理由=GROUND)
    sign_out(phone)

    sign_in(desk, clerk_a, password)
    desk.goto(f"/desk/m/{sheet.pk}/")
    expect(desk.get_by_text(GROUND)).to_have_count(1)
    expect(desk.get_by_role("link", name="答复申诉")).to_have_count(0)
    sign_out(desk)
    sign_in(desk, second_clerk_a, password)
    make_move(desk, sheet, "答复申诉", 申诉成立=True, 分数调整="23.53", 答复="向代表核实属实，按面商补计。")
    sign_out(desk)

    sheet.refresh_from_db()
    time_passes(sheet, timedelta(days=9))
    sign_in(desk, director_a, password)
    make_move(desk, sheet, "确定")
    _see_the_ranking(desk, sheet, department_a.organisation_name)
    sheet.refresh_from_db()
    assert sheet.state == "final"
    assert sheet.appeals_until is not None
    assert sheet.appeals_until < now()


def _see_the_ranking(desk: Page, sheet: ScoreSheet, unit: str) -> None:
    desk.goto("/desk/appraisals/")
    expect(desk.get_by_text("已确定")).to_be_visible()
    desk.get_by_role("link", name=sheet.title).click()
    row = desk.locator(".table tbody tr", has=desk.get_by_role("progressbar"))
    expect(row).to_have_count(1)
    cells = row.inner_text().split()
    assert cells == ["1", unit, "100.00", "+23.53"]
    no_barrier(desk)
