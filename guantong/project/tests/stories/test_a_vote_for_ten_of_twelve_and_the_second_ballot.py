"""Twelve projects for ten places: opened by two tellers, voted on by phone and tablet, tied, and voted on again."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guantong.accounts.actors import CITIZEN_ACTOR, SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.ballots import services
from guantong.ballots.models import Ballot
from guantong.ballots.selectors.results import result_of
from guantong.deputies.models import Station
from guantong.deputies.roster import register_deputy
from guantong.project.tests.stories.steps import make_move, no_barrier, sign_in, sign_out

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]

PROJECTS = [f"民生实事候选项目{n}" for n in range(1, 13)]
FIRST_EIGHT = [str(n) for n in range(1, 9)]
LAST_TWO = [["9", "10"]] * 5 + [["9", "11"]] * 5 + [["10", "11"]] * 3
"""Of thirteen: 9 has ten votes, 10 and 11 have eight each, and one place is left for them."""

STICKS_OUT = "document.documentElement.scrollWidth - window.innerWidth"
Codes = tuple[str, str]


@pytest.fixture
def member(hire: Callable[..., Actor], station_a: Station) -> Actor:
    """Thirteen members of the standing committee; the first has an account."""
    actor = hire("member-a", "安一", Role.DEPUTY, station_a.organisation)
    for number in range(13):
        register_deputy(
            name=actor.name if number == 0 else f"委员{number:02}",
            level="county",
            region=station_a.region,
            place=station_a.place,
            station=station_a,
            person=Person.objects.get(username="member-a") if number == 0 else None,
            member=True,
            actor=SYSTEM_ACTOR,
        )
    return actor


def _open(page: Page, ballot: Ballot) -> Codes:
    """Each teller copies the code that is shown and types it."""
    page.goto(f"/desk/m/{ballot.pk}/do/open/")
    shown = [page.locator(f"input[name={name}_secret_shown]").input_value() for name in ("first", "second")]
    for name, code in zip(("first", "second"), shown, strict=True):
        page.locator(f"input[name={name}_secret]").fill(f"{code[:5]} {code[5:]}".lower())
    no_barrier(page)
    page.get_by_role("button", name="开始投票", exact=True).click()
    expect(page.get_by_text("投票中").first).to_be_visible()
    return shown[0], shown[1]


def _check_in(page: Page, ballot: Ballot) -> None:
    page.goto(f"/desk/ballots/{ballot.pk}/roll/")
    for box in page.locator("input[name=present]").all():
        box.check()
    page.get_by_role("button", name="保存签到").click()
    expect(page.get_by_text("达到法定人数").first).to_be_visible()
    no_barrier(page)


def _tick_and_send(page: Page, choices: list[str]) -> str:
    for code in choices:
        page.locator(f"input[name=choices][value='{code}']").check()
    assert page.evaluate(STICKS_OUT) <= 0
    no_barrier(page)
    page.get_by_role("button", name="投票", exact=True).click()
    expect(page.get_by_role("heading", name="已投入票箱")).to_be_visible()
    no_barrier(page)
    return page.locator(".slip__no").inner_text()


def _by_slips(ballot: Ballot, clerk: Actor, papers: list[list[str]]) -> None:
    slips = [slip for name, slip in services.print_slips(ballot=ballot, actor=clerk) if name != "安一"]
    for slip, choices in zip(slips, papers, strict=True):
        services.cast_vote(ballot=ballot, choices=choices, token=uuid4(), actor=CITIZEN_ACTOR, slip=slip)


def _close_and_count(page: Page, ballot: Ballot, codes: Codes) -> None:
    make_move(page, ballot, "截止投票")
    make_move(page, ballot, "开箱计票", 监票人甲的开箱码=codes[0], 监票人乙的开箱码=codes[1])
    make_move(page, ballot, "公布结果")


def test_a_tie_for_the_last_of_ten_places_is_voted_on_again(
    watched: BrowserContext, member: Actor, clerk_a: Actor, password: str
) -> None:
    desk, phone = watched.new_page(), watched.new_page()
    phone.set_viewport_size({"width": 360, "height": 780})
    sign_in(desk, clerk_a, password)
    desk.goto("/desk/ballots/new/")
    no_barrier(desk)
    desk.get_by_label(re.compile("^标题")).fill("民生实事项目票决")
    desk.get_by_label("票决项目").check()
    desk.get_by_label(re.compile("^表决内容")).fill("\n".join(PROJECTS))
    desk.get_by_label(re.compile("^名额")).fill("10")
    desk.get_by_role("button", name="保存").click()
    ballot = Ballot.objects.get()
    make_move(desk, ballot, "封存设置")
    _check_in(desk, ballot)
    codes = _open(desk, ballot)
    _by_slips(ballot, clerk_a, [FIRST_EIGHT + two for two in LAST_TWO[1:]])
    sign_out(desk)

    sign_in(phone, member, password)
    phone.goto("/vote/")
    phone.get_by_role("link", name=re.compile("民生实事项目票决")).click()
    mark = _tick_and_send(phone, FIRST_EIGHT + LAST_TWO[0])
    phone.reload()  # sends the same paper once more
    expect(phone.get_by_text("没有重复计算")).to_be_visible()
    assert phone.locator(".slip__no").inner_text() == mark
    phone.goto("/field/me/")
    sign_out(phone)

    sign_in(desk, clerk_a, password)
    desk.goto(f"/desk/ballots/{ballot.pk}/screen/")
    expect(desk.get_by_text("已投票")).to_have_count(14)
    _close_and_count(desk, ballot, codes)
    expect(desk.get_by_text("末位同票，应在它们之间再次投票。")).to_be_visible()
    no_barrier(desk)
    make_move(desk, ballot, "组织再次投票")
    second = Ballot.objects.get(follows=ballot)
    assert [option["code"] for option in second.rule["options"]] == ["10", "11"]
    make_move(desk, second, "封存设置")
    _check_in(desk, second)
    codes = _open(desk, second)
    _by_slips(second, clerk_a, [["10"]] * 6 + [["11"]] * 6)
    slip = next(slip for name, slip in services.print_slips(ballot=second, actor=clerk_a) if name == "安一")
    phone.goto("/vote/")
    phone.get_by_label(re.compile("^投票条上的号码")).fill(slip)
    phone.get_by_role("button", name="打开表决票").click()
    _tick_and_send(phone, ["11"])
    phone.get_by_role("button", name="完成，交给下一位").click()
    expect(phone.get_by_role("button", name="打开表决票")).to_be_visible()
    _close_and_count(desk, second, codes)

    second.refresh_from_db()
    assert result_of(second).chosen == ("11",)
    phone.goto(f"/b/result/{ballot.pk}/")
    expect(phone.get_by_text(mark)).to_be_visible()
    assert phone.evaluate(STICKS_OUT) <= 0
    no_barrier(phone)
