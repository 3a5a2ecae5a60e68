"""The whole way once, in a real browser: scan, submit with a photo, assign, answer, confirm, close, and the figure."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.opinions.models import IntakeCode, Opinion
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]
SAID = "民治村三组到小学的路灯坏了半个月，孩子放学看不清路，请尽快修好。"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), (90, 110, 60)).save(buffer, "JPEG")
    path = tmp_path / "路灯.jpg"
    path.write_bytes(buffer.getvalue())
    return path


def figure(page: Page) -> int:
    """The number of closed opinions that the county's figure page shows."""
    page.goto(f"/figures/station_opinions_resolved/?period={today().year}")
    return int(re.sub(r"\D", "", page.locator(".tile__value, .figure__value").first.inner_text()) or 0)


def submit(page: Page, code: IntakeCode, photo: Path) -> tuple[str, str]:
    page.goto(f"/c/{code.token}/")
    no_barrier(page)
    page.get_by_label(re.compile("什么问题")).fill(SAID)
    page.get_by_label(re.compile("^在什么地方")).fill("三组小学门口")
    page.get_by_label(re.compile("^照片")).set_input_files(photo)
    page.get_by_role("button", name="提交").click()
    expect(page).to_have_url(re.compile("/r/$"))
    no_barrier(page)
    numbers = page.locator(".slip__no")
    return numbers.nth(0).inner_text().strip(), numbers.nth(1).inner_text().strip()


def test_a_voice_becomes_a_checked_result_and_a_figure(
    watched: BrowserContext,
    code_a: IntakeCode,
    clerk_a: Actor,
    second_clerk_a: Actor,
    department_a: Actor,
    password: str,
    photo: Path,
) -> None:
    citizen = watched.new_page()
    citizen.set_viewport_size({"width": 360, "height": 780})
    receipt, secret = submit(citizen, code_a, photo)
    opinion = Opinion.objects.get()
    assert opinion.body == SAID

    staff = watched.new_page()
    sign_in(staff, clerk_a, password)
    before = figure(staff)
    staff.goto("/desk/")
    no_barrier(staff)
    expect(staff.get_by_role("link", name=re.compile("民治村三组"))).to_be_visible()
    make_move(staff, opinion, "受理")
    make_move(staff, opinion, "交部门办理", 承办单位=department_name(department_a))
    no_barrier(staff)
    sign_out(staff)

    sign_in(staff, department_a, password)
    make_move(staff, opinion, "答复", 答复内容="已更换三盏路灯，请查看。", 已经解决=True)
    make_move(staff, opinion, "提请办结")
    sign_out(staff)

    citizen.goto("/f/")
    citizen.get_by_label(re.compile("^回执号")).fill(receipt)
    citizen.get_by_label(re.compile("^查询密码|^密码")).fill(secret)
    citizen.get_by_role("button", name="查询").click()
    expect(citizen.get_by_text("已更换三盏路灯")).to_be_visible()
    no_barrier(citizen)
    confirm(citizen)

    sign_in(staff, second_clerk_a, password)
    make_move(staff, opinion, "办结")
    assert figure(staff) == before + 1
    staff.get_by_role("link", name=re.compile("民治村三组")).first.click()
    expect(staff).to_have_url(re.compile(str(opinion.pk)))
    opinion.refresh_from_db()
    assert (opinion.state, opinion.rated_process, opinion.rated_result) == ("closed", 3, 2)


def department_name(actor: Actor) -> str:
    return actor.organisation_name


def confirm(page: Page) -> None:
    """Rate process and result apart."""
    page.get_by_role("link", name=re.compile("确认")).first.click()
    page.get_by_role("group", name=re.compile("过程")).get_by_label("满意", exact=True).check()
    page.get_by_role("group", name=re.compile("结果")).get_by_label("基本满意", exact=True).check()
    page.get_by_role("button", name=re.compile("确认|提交")).click()
    expect(page.get_by_text(re.compile("谢谢|已确认|感谢"))).to_be_visible()


def test_speaking_works_without_javascript(browser: Browser, site: Any, code_a: IntakeCode, photo: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN", base_url=site.url)
    page = context.new_page()
    page.goto(f"/c/{code_a.token}/")
    page.get_by_label(re.compile("什么问题")).fill(SAID)
    page.get_by_label(re.compile("^照片")).set_input_files(photo)
    page.get_by_role("button", name="提交").click()
    expect(page).to_have_url(re.compile("/r/$"))
    assert Opinion.objects.get().body == SAID
    context.close()
