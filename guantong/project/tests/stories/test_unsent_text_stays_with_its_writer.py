"""Text that was not sent comes back to whoever wrote it, in the same tab, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import Actor
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.receipts import secret_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("stories")]
KEPT = "Object.keys(sessionStorage).filter((key) => key.startsWith('typed:')).length"
WORDS = "坡造屯的水管漏了三天，路面都泡软了。"


@pytest.fixture
def enter(watched: BrowserContext, site: Any, sign_in: Callable[..., Client]) -> Callable[[Actor], None]:
    """Give the browser the session of a person, as signing in does."""

    def become(actor: Actor) -> None:
        session = sign_in(Client(), actor).cookies["sessionid"].value
        watched.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])

    return become


def write(page: Page, url: str, text: str = WORDS) -> None:
    page.goto(url)
    page.locator("textarea").first.fill(text)
    assert page.evaluate(KEPT) == 1


def test_it_is_gone_once_the_browser_forgets(watched: BrowserContext, opinion_a: Opinion, code_a: IntakeCode) -> None:
    page = watched.new_page()
    page.goto(reverse("portal:follow"))
    page.get_by_label(re.compile("^回执号")).fill(opinion_a.receipt)
    page.get_by_label(re.compile("^查询密码")).fill(secret_of(opinion_a.pk))
    page.get_by_role("button", name="查询").click()
    expect(page).to_have_url(re.compile(str(opinion_a.pk)))
    speak = reverse("portal:speak", args=[code_a.token])
    write(page, speak)
    page.goto(reverse("portal:home"))
    page.goto(speak)
    expect(page.get_by_label(re.compile("什么问题"))).to_have_value(WORDS)
    page.goto(reverse("portal:follow"))
    page.get_by_role("button", name="从这台手机上移除").click()
    assert page.evaluate(KEPT) == 0
    page.goto(speak)
    expect(page.get_by_label(re.compile("什么问题"))).to_have_value("")


def test_it_does_not_pass_to_the_next_who_signs_in(
    watched: BrowserContext, enter: Callable[[Actor], None], clerk_a: Actor, director_a: Actor, code_a: IntakeCode
) -> None:
    page, record = watched.new_page(), reverse("desk:record")
    enter(clerk_a)
    write(page, record)
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="退出")).to_have_count(0)
    assert page.evaluate(KEPT) == 0
    enter(clerk_a)
    write(page, record)
    enter(director_a)
    page.goto(record)
    assert page.evaluate(KEPT) == 0
    expect(page.locator("textarea").first).to_have_value("")


def test_it_waits_for_its_writer_where_the_session_ran_out(
    watched: BrowserContext, enter: Callable[[Actor], None], clerk_a: Actor, code_a: IntakeCode
) -> None:
    page, record = watched.new_page(), reverse("desk:record")
    enter(clerk_a)
    write(page, record)
    watched.clear_cookies(name="sessionid")
    page.get_by_role("button", name="登记").click()
    expect(page.get_by_role("heading", name="工作人员登录")).to_be_visible()
    enter(clerk_a)
    page.goto(record)
    expect(page.locator("textarea").first).to_have_value(WORDS)


def test_a_report_that_was_checked_is_not_filled_in_again(
    watched: BrowserContext, enter: Callable[[Actor], None], clerk_a: Actor
) -> None:
    page, read = watched.new_page(), reverse("figures:read")
    enter(clerk_a)
    write(page, read, "乐业县联络站收集意见建议74条。")
    page.get_by_role("button", name="核对", exact=True).click()
    expect(page.get_by_role("heading", name="逐项核对")).to_be_visible()
    assert page.evaluate(KEPT) == 0
    page.goto(read)
    expect(page.locator("textarea").first).to_have_value("")
