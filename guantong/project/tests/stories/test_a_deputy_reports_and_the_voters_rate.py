"""A deputy reports; the keeper opens the meeting; a voter rates with a slip on a phone; all read the result."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.appraisals.models import DutyReport
from guantong.base.now import CHINA, now, today
from guantong.deputies.models import Deputy
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]


def _plan(desk: Page, deputy: Deputy) -> DutyReport:
    desk.goto("/desk/duty-reports/")
    no_barrier(desk)
    desk.get_by_role("link", name="安排述职").first.click()
    no_barrier(desk)
    desk.get_by_label(re.compile("^述职代表")).select_option(label=deputy.name)
    desk.get_by_label(re.compile("^年度")).select_option(label=str(today().year))
    meeting = (now() + timedelta(days=7)).astimezone(CHINA)
    desk.get_by_label(re.compile("^报告会时间")).fill(f"{meeting:%Y-%m-%dT%H:%M}")
    desk.get_by_label(re.compile("^报告会地点")).fill("民治村村委会")
    desk.get_by_role("button", name="保存").click()
    expect(desk.get_by_text("已安排").first).to_be_visible()
    return DutyReport.objects.get()


def _slips(desk: Page, report: DutyReport) -> list[str]:
    """The tokens, as they are printed."""
    desk.goto(f"/desk/duty-reports/{report.pk}/slips/")
    no_barrier(desk)
    return [text.rpartition("· ")[2] for text in desk.locator(".code__address").all_inner_texts()]


def _rate(phone: Page, token: str, grade: str) -> None:
    phone.goto("/v/")
    no_barrier(phone)
    phone.get_by_label(re.compile("^票上的号码")).fill(token.lower())
    phone.get_by_role("button", name="下一步").click()
    no_barrier(phone)
    phone.get_by_label(grade, exact=True).check()
    phone.get_by_role("button", name="提交评价").click()
    expect(phone.get_by_text("您的评价已经记下")).to_be_visible()
    no_barrier(phone)


def test_a_report_is_written_held_rated_and_read_by_all(
    watched: BrowserContext,
    deputy_row_a: Deputy,
    deputy_a: Actor,
    keeper_a: Actor,
    clerk_a: Actor,
    password: str,
    tmp_path: Path,
) -> None:
    desk, phone = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})
    sheet = tmp_path / "list.jpg"
    Image.new("RGB", (320, 240), (220, 220, 210)).save(sheet, "JPEG")

    sign_in(desk, keeper_a, password)
    report = _plan(desk, deputy_row_a)
    make_move(desk, report, "印测评票", 张数="6")
    sign_out(desk)

    sign_in(phone, deputy_a, password)
    phone.goto(f"/desk/m/{report.pk}/do/write/")
    expect(phone.get_by_label(re.compile("^述职报告"))).to_have_value(re.compile("各位选民"))
    make_move(phone, report, "写述职报告", 述职报告="各位选民：我走访了三组，水渠已经修好。")
    no_barrier(phone)
    sign_out(phone)

    sign_in(desk, keeper_a, password)
    tokens = _slips(desk, report)
    assert len(tokens) == 6
    make_move(desk, report, "开会并开始测评", 到会选民="6", 签到表照片=sheet)
    for token, grade in zip(tokens, ["满意", "基本满意"], strict=False):
        _rate(phone, token, grade)
    phone.reload()
    expect(phone.get_by_text("这张测评票已经用过")).to_be_visible()
    make_move(desk, report, "结束测评", **{"纸质票：满意": "2", "纸质票：不满意": "1", "计票单照片": sheet})
    no_barrier(desk)
    sign_out(desk)

    sign_in(desk, clerk_a, password)
    make_move(desk, report, "公开")
    sign_out(desk)

    phone.goto("/d/451028/")
    no_barrier(phone)
    phone.get_by_role("link", name=re.compile("李春生代表")).click()
    no_barrier(phone)
    expect(phone.get_by_text("水渠已经修好")).to_be_visible()
    expect(phone.get_by_text("80.0%")).to_be_visible()
    report.refresh_from_db()
    assert (report.satisfied, report.fair, report.dissatisfied, report.present) == (3, 1, 1, 6)
