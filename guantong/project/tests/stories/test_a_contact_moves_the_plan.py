"""The committee links a deputy with a firm; the deputy logs a contact on a phone, and the committee sees it counted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.deputies.models import Contact, ContactLink, Deputy
from guantong.opinions.models import IntakeCode, Opinion
from guantong.project.tests.stories.steps import no_barrier, sign_in, sign_out

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]
FIRM = "新木茶业有限公司"
SAID = "进厂道路排水沟堵塞，雨天积水影响装货。"


def _link(desk: Page, deputy: Deputy) -> None:
    desk.goto("/desk/links/")
    no_barrier(desk)
    desk.get_by_role("link", name="建立联系").first.click()
    desk.get_by_label(re.compile("^联系人")).select_option(label=deputy.name)
    desk.get_by_label("企业", exact=True).check()
    desk.get_by_role("textbox", name=re.compile("^联系对象")).fill(FIRM)
    desk.get_by_label(re.compile("^建立日期")).fill("2025-01-01")
    no_barrier(desk)
    desk.get_by_role("button", name="保存").click()
    expect(desk.get_by_text("联系关系已建立。")).to_be_visible()
    no_barrier(desk)


def _plan(desk: Page, deputy: Deputy) -> str:
    """What the plan of this half-year tells of the deputy."""
    desk.goto("/desk/links/plan/?kind=deputy")
    no_barrier(desk)
    return str(desk.locator(".table tbody tr", has_text=deputy.name).inner_text())


def _log_on_the_phone(phone: Page) -> None:
    phone.get_by_role("link", name="记联系").click()
    no_barrier(phone)
    phone.get_by_role("link", name=re.compile("^记联系")).click()
    no_barrier(phone)
    phone.get_by_label(re.compile("^联系情况")).fill(SAID)
    phone.get_by_label("形成意见建议", exact=True).check()
    phone.get_by_role("button", name="登记联系").click()
    expect(phone.get_by_text("联系已登记。请接着登记这条意见。")).to_be_visible()
    expect(phone.get_by_label(re.compile("^反映的问题"))).to_have_value(SAID)
    phone.get_by_label("当面口述").check()
    phone.get_by_role("button", name="登记", exact=True).click()
    expect(phone.get_by_text("已登记。请把下面的回执交给反映人。")).to_be_visible()


def test_a_contact_logged_on_a_phone_moves_the_plan(
    watched: BrowserContext,
    deputy_a: Actor,
    deputy_row_a: Deputy,
    deputy_code_a: IntakeCode,
    clerk_a: Actor,
    password: str,
) -> None:
    desk, phone = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})

    sign_in(desk, clerk_a, password)
    _link(desk, deputy_row_a)
    assert "0 / 2" in _plan(desk, deputy_row_a)
    sign_out(desk)

    sign_in(phone, deputy_a, password)
    _log_on_the_phone(phone)
    sign_out(phone)
    contact = Contact.objects.get()
    assert contact.became_id == Opinion.objects.get().pk

    sign_in(desk, clerk_a, password)
    assert "1 / 2" in _plan(desk, deputy_row_a)
    desk.get_by_role("link", name=deputy_row_a.name).click()
    desk.get_by_role("link", name=ContactLink.objects.get().title).click()
    no_barrier(desk)
    expect(desk.get_by_text(SAID).first).to_be_visible()
    desk.get_by_role("link", name="查看和办理").click()
    expect(desk.get_by_role("heading", name="办理经过")).to_be_visible()
    no_barrier(desk)
