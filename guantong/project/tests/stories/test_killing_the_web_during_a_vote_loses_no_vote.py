"""SIGKILL in the middle of a vote of three hundred: whoever was shown a mark has one paper, and nobody has two."""

from __future__ import annotations

import http.client
import re
import signal
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.ballots import services
from guantong.ballots.models import Ballot, Body, Paper, Purpose
from guantong.ballots.selectors.results import result_of
from guantong.deputies.models import Station
from guantong.deputies.roster import register_deputy
from guantong.project.tests.stories.conftest import Site

VOTERS, PHONES = 300, 8
KILLS = (60, 150, 240)
"""After how many acknowledged votes the whole web server is killed."""

CODES = ("7KQ2M9XW4D", "HV3B8TRZ0N")
GRADES = ("satisfied", "fair", "dissatisfied")

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]


@pytest.fixture
def ballot(station_a: Station, clerk_a: Actor) -> Ballot:
    """A ballot of three hundred deputies that is open."""
    for number in range(VOTERS):
        register_deputy(
            name=f"代表{number:03}",
            level="county",
            region=station_a.region,
            place=station_a.place,
            station=station_a,
            actor=SYSTEM_ACTOR,
        )
    drafted = services.draft_ballot(
        region=station_a.region,
        title="年终满意度测评",
        voters=Body.CONGRESS,
        purpose=Purpose.SATISFACTION,
        options=["民生实事办理情况"],
        actor=clerk_a,
    )
    frozen = services.freeze_ballot(ballot=drafted, actor=clerk_a)
    services.check_in(ballot=frozen, present=frozen.roll.values_list("pk", flat=True), actor=clerk_a)
    return services.open_ballot(ballot=frozen, first_secret=CODES[0], second_secret=CODES[1], actor=clerk_a)


class Tablet:
    """One tablet that does not give up: the same paper again until a mark comes back."""

    def __init__(self, site: Site, ballot: Ballot) -> None:
        self.page = f"{site.url}/vote/{ballot.pk}/"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        html = self.opener.open(f"{site.url}/vote/", timeout=10).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
        assert token is not None
        self.token = token[1]

    def vote(self, slip: str, grade: str) -> str:
        form = {
            "csrfmiddlewaretoken": self.token,
            "vote_token": str(uuid.uuid4()),
            "slip_secret": slip,
            "item-1": grade,
        }
        data = urllib.parse.urlencode(form).encode()
        for _ in range(600):
            try:
                html = self.opener.open(self.page, data, timeout=10).read().decode()
            except urllib.error.HTTPError as error:
                raise AssertionError(f"the server answered {error.code}") from error
            except (OSError, http.client.HTTPException):  # nobody listens, or the answer broke off
                time.sleep(0.05)
                continue
            mark = re.search(r'class="slip__no mono">([0-9A-Z]{8})<', html)
            assert mark is not None
            return mark[1]
        raise AssertionError("the server did not come back")


def test_every_mark_that_was_shown_is_on_one_paper(site: Site, ballot: Ballot, clerk_a: Actor) -> None:
    slips = [slip for _name, slip in services.print_slips(ballot=ballot, actor=clerk_a)]
    shown: list[str] = []
    kills, lock = list(KILLS), threading.Lock()

    def one_tablet(first: int) -> None:
        tablet = Tablet(site, ballot)
        for number in range(first, VOTERS, PHONES):
            mark = tablet.vote(slips[number], GRADES[number % 3])
            with lock:
                shown.append(mark)

    def killer() -> None:
        while kills:
            if len(shown) >= kills[0]:
                site.end(signal.SIGKILL)
                kills.pop(0)
                site.start()
            time.sleep(0.005)

    with ThreadPoolExecutor(PHONES + 1) as pool:
        watching = pool.submit(killer)
        for work in [pool.submit(one_tablet, first) for first in range(PHONES)]:
            work.result(timeout=240)
        watching.result(timeout=60)
    closed = services.close_ballot(ballot=ballot, actor=clerk_a)
    counted = services.count_ballot(ballot=closed, first_secret=CODES[0], second_secret=CODES[1], actor=clerk_a)
    assert kills == []
    assert sorted(Paper.objects.values_list("mark", flat=True)) == sorted(shown)
    assert len(set(shown)) == VOTERS
    assert dict(result_of(counted).counts[0].answers) == {
        "satisfied": 100,
        "fair": 100,
        "dissatisfied": 100,
        "blank": 0,
    }
