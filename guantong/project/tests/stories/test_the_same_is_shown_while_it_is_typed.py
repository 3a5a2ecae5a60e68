"""A clerk who types what somebody said before sees it before saving, and saves nevertheless."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Request, expect

from guantong.accounts.actors import Actor
from guantong.matters.search import index_new_matters
from guantong.opinions.models import IntakeCode, Opinion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("stories")]


def test_the_same_is_shown_while_it_is_typed(
    watched: BrowserContext,
    site: Any,
    sign_in: Callable[..., Client],
    clerk_a: Actor,
    code_a: IntakeCode,
    opinion_a: Opinion,
) -> None:
    index_new_matters()
    session = sign_in(Client(), clerk_a).cookies["sessionid"].value
    watched.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
    page, asked = watched.new_page(), reverse("desk:record-likely")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if asked in request.url else None)
    page.goto(reverse("desk:record"))
    page.get_by_label(re.compile("^反映人称呼")).fill("韦大姐")
    page.get_by_label(re.compile("^反映的问题")).press_sequentially("民治村三组水渠塌了十来米，放不了水")
    expect(page.get_by_role("heading", name="可能已有相同的事项")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(opinion_a.title))).to_be_visible()
    assert len(sent) < 10
    assert all("contact_name" not in (request.post_data or "") for request in sent)
    page.get_by_role("button", name="不是同一件，仍然保存").click()
    page.wait_for_url("**/slip/")
    assert Opinion.objects.count() == 2
