"""The keeper opens the check-in; a deputy scans; it is held, told and published; a citizen reads what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.deputies.check_in_codes import code_at, is_code
from guantong.deputies.models import Activity, Attendance, Deputy
from guantong.deputies.services import plan_activity
from guantong.opinions.models import Channel, IntakeCode
from guantong.opinions.services import Spoken, record_opinion
from guantong.project.tests.stories.conftest import Site, Watch
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_in_here, sign_out

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]


@pytest.fixture
def activity(keeper_a: Actor, deputy_row_a: Deputy) -> Activity:
    """A reception at the station today; 李春生 serves there and was not invited."""
    return plan_activity(
        title="民治村代表接待日", category="reception", place=deputy_row_a.place, region=deputy_row_a.region,
        planned_for=today(), station=deputy_row_a.station, actor=keeper_a,
    )  # fmt: skip


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    """A deputy's phone: a browser of its own, signed in to nothing, that runs no scripts."""
    context = browser.new_context(
        java_script_enabled=False, locale="zh-CN", base_url=site.url, viewport={"width": 360, "height": 780}
    )
    watch = Watch(site.url)
    context.on("page", watch.begin)
    yield context.new_page()
    context.close()
    assert watch.wrong == []


def _scan(phone: Page, activity: Activity, deputy: Actor, password: str) -> None:
    """Go to the address in the sign; whoever is not signed in signs in and is back there."""
    fresh = Activity.objects.get(pk=activity.pk)
    phone.goto(f"/field/check-in/{fresh.pk}/{code_at(fresh, now())}/")
    sign_in_here(phone, deputy, password)
    expect(phone.get_by_role("heading", name=activity.title)).to_be_visible()
    phone.get_by_role("button", name="签到", exact=True).click()
    expect(phone.get_by_role("heading", name="您已签到")).to_be_visible()


def test_from_the_code_on_the_wall_to_the_published_page(
    watched: BrowserContext,
    phone: Page,
    activity: Activity,
    deputy_a: Actor,
    keeper_a: Actor,
    clerk_a: Actor,
    code_a: IntakeCode,
    password: str,
    spoken: Callable[..., Spoken],
    tmp_path: Path,
) -> None:
    desk = watched.new_page()
    photo = tmp_path / "hall.jpg"
    Image.new("RGB", (320, 240), (90, 140, 90)).save(photo, "JPEG")

    sign_in(desk, keeper_a, password)
    make_move(desk, activity, "开始签到")
    desk.get_by_role("link", name="打开签到屏幕").click()
    expect(desk.get_by_role("img", name="签到二维码")).to_be_visible()
    opened = Activity.objects.get(pk=activity.pk)
    assert is_code(opened, desk.locator(".screen__digits").inner_text(), now())
    no_barrier(desk)

    _scan(phone, activity, deputy_a, password)
    expect(desk.get_by_text("已签到 1 人")).to_be_visible(timeout=12_000)
    expect(desk.get_by_text("李春生")).to_be_visible()
    no_barrier(desk)

    record_opinion(
        code=code_a, spoken=spoken("三组水渠塌了十来米。"), channel=Channel.SPOKEN, actor=keeper_a, occasion=activity
    )
    desk.goto(f"/desk/m/{activity.pk}/do/hold/")
    expect(desk.get_by_label(re.compile("李春生（.*扫码签到）"))).to_be_checked()
    make_move(desk, activity, "登记举办", 其他参加人员="梁若水")
    expect(desk.get_by_text("2 人，计 2 人次（代表 1 人，其他 1 人）")).to_be_visible()
    make_move(desk, activity, "登记活动情况", 活动情况="来了三十多人，村民黄大强，电话13878781234。", 活动照片=photo)
    no_barrier(desk)
    sign_out(desk)

    sign_in(desk, clerk_a, password)
    desk.goto(f"/desk/m/{activity.pk}/do/publish/")
    expect(desk.get_by_label(re.compile("^公开内容"))).not_to_have_value(re.compile("黄大强|1387878"))
    make_move(desk, activity, "公开", **{"照片 1（hall.jpg）": True})
    sign_out(desk)

    desk.goto("/s/451028/")
    desk.get_by_role("link", name="看本县代表的履职活动").click()
    no_barrier(desk)
    desk.get_by_role("link", name=re.compile(activity.title)).click()
    expect(desk.get_by_text("1 条，已解决 0 条")).to_be_visible()
    expect(desk.get_by_text("梁若水")).to_have_count(0)
    expect(desk.get_by_role("img", name="照片 1")).to_be_visible()
    no_barrier(desk)
    assert Attendance.objects.get(activity=activity, deputy__isnull=False).checked_in_at is not None
