"""Every main page of every door, on a phone and on a screen: no barrier that axe finds, nothing sticks out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.deputies.check_in_codes import code_at
from guantong.deputies.models import Activity, Station
from guantong.deputies.services import open_check_in, plan_activity, promise_deed
from guantong.opinions.models import IntakeCode, Opinion
from guantong.opinions.receipts import secret_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("stories")]
WIDTHS = (360, 1440)
STICKS_OUT = "document.documentElement.scrollWidth - window.innerWidth"

PORTAL = (
    "portal:home", "portal:stations/451028", "portal:follow", "portal:privacy", "sign-in", "portal:slips",
    "portal:reports/451028", "portal:ballots", "portal:ballot-results/451028", "portal:activities/451028",
)  # fmt: skip
DESK = (
    "desk:worklist", "desk:record", "desk:activities", "desk:plan-activity", "desk:deeds", "desk:promise-deed",
    "desk:duty-reports", "desk:plan-duty-report", "desk:ballots", "desk:draft-ballot",
    "desk:stations", "desk:codes", "desk:make-code", "desk:codes-sheet", "desk:inbox", "desk:procedures",
    "desk:procedure/opinion", "desk:rules", "desk:ledger", "figures:home", "figures:read",
    "figures:figure/station_opinions_collected",
)  # fmt: skip
FIELD = ("field:home", "field:record", "field:activities", "field:inbox", "field:codes", "field:me")


def address(name: str) -> str:
    """`desk:procedure/opinion`: the address of a name with what stands behind the slash in it."""
    view, _, given = name.partition("/")
    return reverse(view, args=[given] if given else [])


def problems(page: Page, url: str) -> Iterator[str]:
    """What is wrong with one page at each width."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        answer = page.goto(url)
        assert answer is not None
        assert answer.status == 200, url
        if (over := page.evaluate(STICKS_OUT)) > 0:
            yield f"{url} at {width}: {over} px stick out"
        for found in Axe().run(page).response["violations"]:
            yield f"{url} at {width}: {found['id']} {[node['html'][:90] for node in found['nodes']]}"


def look(context: BrowserContext, urls: Sequence[str]) -> None:
    """Open each page; the story fails with all that is wrong on any of them."""
    page = context.new_page()
    assert [problem for url in urls for problem in problems(page, url)] == []


@pytest.fixture
def as_person(watched: BrowserContext, site: Any, sign_in: Callable[..., Client]) -> Callable[[Actor], BrowserContext]:
    """`as_person(clerk_a)`: the browser with that person's session."""

    def enter(actor: Actor) -> BrowserContext:
        session = sign_in(Client(), actor).cookies["sessionid"].value
        watched.add_cookies([{"name": "sessionid", "value": session, "url": site.url}])
        return watched

    return enter


@pytest.fixture
def activity(station_a: Station, clerk_a: Actor) -> Activity:
    return plan_activity(
        title="入户走访民治村",
        category="home_visit",
        place=station_a.place,
        region=station_a.region,
        planned_for=today(),
        station=station_a,
        actor=clerk_a,
    )


@pytest.mark.parametrize("mode", ["", "elder"])
def test_no_page_of_the_portal(watched: BrowserContext, site: Any, code_a: IntakeCode, mode: str) -> None:
    if mode:
        watched.add_cookies([{"name": "mode", "value": mode, "url": site.url}])
    look(watched, [*map(address, PORTAL), address(f"portal:speak/{code_a.token}")])


def test_no_page_of_an_opinion_that_is_followed(
    watched: BrowserContext, site: Any, opinion_a: Opinion, walk: Callable[..., Opinion]
) -> None:
    walk(opinion_a, to="answered")
    numbers = {"number": opinion_a.receipt, "secret": secret_of(opinion_a.pk)}
    known = Client().post(address("portal:follow"), numbers).cookies["receipts"].value
    watched.add_cookies([{"name": "receipts", "value": known, "url": site.url}])
    act = reverse("portal:act", args=[opinion_a.pk, "confirm"])
    look(watched, [address("portal:receipt"), address(f"portal:followed/{opinion_a.pk}"), act])


def test_no_page_of_the_desk(
    as_person: Callable[[Actor], BrowserContext],
    clerk_a: Actor,
    opinion_a: Opinion,
    walk: Callable[..., Opinion],
    code_a: IntakeCode,
    activity: Activity,
    station_a: Station,
) -> None:
    promise_deed(title="修好三组水渠", content="", region=station_a.region, place=station_a.place, actor=clerk_a)
    walk(opinion_a, to="answered")
    own = [f"desk:matter/{opinion_a.pk}", f"desk:matter/{activity.pk}", f"desk:code/{code_a.token}"]
    own += [f"desk:code-sheet/{code_a.token}", f"desk:duplicates/{opinion_a.pk}"]
    look(as_person(clerk_a), list(map(address, [*DESK, *own])))


def test_no_page_of_the_field(
    as_person: Callable[[Actor], BrowserContext], keeper_a: Actor, code_a: IntakeCode, activity: Activity
) -> None:
    look(as_person(keeper_a), [*map(address, FIELD), address(f"field:log-visits/{activity.pk}")])


def test_no_page_of_checking_in(
    as_person: Callable[[Actor], BrowserContext], clerk_a: Actor, deputy_a: Actor, activity: Activity
) -> None:
    opened = open_check_in(activity=activity, actor=clerk_a)
    look(as_person(clerk_a), [address(f"desk:check-in/{opened.pk}")])
    here = reverse("field:check-in-here", args=[opened.pk, code_at(opened, now())])
    look(as_person(deputy_a), [address("field:check-in"), here])
