"""What people do in every story: sign in, make a move, sign out; and that a page has no barrier."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import global_settings
from django.test import override_settings
from playwright.sync_api import Page, expect

from guantong.accounts.actors import Actor
from guantong.accounts.models import Person
from guantong.matters.models import Matter

GROUPS = ("对办理过程的评价", "对办理结果的评价", "答复类别", "沟通方式")
"""Fields whose choices stand in a group of their own, some with the same words as another group's."""


def no_barrier(page: Page) -> None:
    """axe finds no violation on the page as it stands."""
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == []


def sign_in(page: Page, actor: Actor, password: str) -> None:
    page.goto("/sign-in/")
    sign_in_here(page, actor, password)


def sign_in_here(page: Page, actor: Actor, password: str) -> None:
    """On the page for signing in, to which another page sent."""
    person = Person.objects.get(pk=actor.person_id)
    with override_settings(PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):  # as the server hashes
        person.set_password(password)
        person.save()
    page.get_by_label(re.compile("^账号")).fill(person.username)
    page.get_by_label(re.compile("^密码")).fill(password)
    page.get_by_role("button", name="登录").click()
    expect(page).not_to_have_url(re.compile("/sign-in/"))


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("button", name="退出")).to_have_count(0)


def make_move(page: Page, matter: Matter, label: str, **fields: Any) -> None:
    """Open the matter, choose a move, fill in its fields by label (a radio by its own, or by its group), send it."""
    page.goto(f"/desk/m/{matter.pk}/")
    page.locator("section", has=page.get_by_role("heading", name="现在可以做")).get_by_role(
        "link", name=label, exact=True
    ).click()
    form = page.locator("#do form.form")
    expect(form).to_be_visible()
    for name, value in fields.items():
        if value is True:
            form.get_by_label(name, exact=True).check()
        elif isinstance(value, Path):
            form.get_by_label(re.compile(f"^{name}")).set_input_files(value)
        elif name in GROUPS:
            form.get_by_role("group", name=re.compile(f"^{name}")).get_by_label(value, exact=True).check()
        else:
            form.get_by_label(re.compile(f"^{name}")).fill(value)
    form.get_by_role("button", name=label, exact=True).click()
    expect(page.locator("#do form.form")).to_have_count(0)
    assert page.locator(".field__error, [data-error-summary]").all_inner_texts() == []
