"""SIGKILL during a thousand submissions: every acknowledged one is there, once."""

from __future__ import annotations

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

from guantong.opinions.models import IntakeCode, Opinion
from guantong.project.tests.stories.conftest import Site

SUBMISSIONS = 1000
KILLS = (200, 500, 800)
"""After how many acknowledged submissions the whole web server is killed."""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]


class Phone:
    """One sender that does not give up: the same form again until a receipt comes back."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        html = self.opener.open(page, timeout=10).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
        assert token is not None
        self.token = token[1]

    def send(self, number: int) -> uuid.UUID:
        form = {
            "csrfmiddlewaretoken": self.token,
            "client_id": str(uuid.uuid4()),
            "body": f"第{number}件事：路面塌陷。",
        }
        data = urllib.parse.urlencode(form).encode()
        for _ in range(600):
            try:
                answer = self.opener.open(self.page, data, timeout=10)
            except urllib.error.HTTPError as error:
                raise AssertionError(f"the server answered {error.code}") from error
            except OSError:
                time.sleep(0.05)
                continue
            assert answer.url.endswith("/r/"), answer.url
            return uuid.UUID(form["client_id"])
        raise AssertionError("the server did not come back")


def test_every_acknowledged_submission_is_there_once(site: Site, code_a: IntakeCode) -> None:
    page = f"{site.url}/c/{code_a.token}/"
    acknowledged: list[uuid.UUID] = []
    kills = list(KILLS)
    lock = threading.Lock()

    def one_phone(numbers: range) -> None:
        phone = Phone(page)
        for number in numbers:
            sent = phone.send(number)
            with lock:
                acknowledged.append(sent)

    def killer() -> None:
        while kills:
            if len(acknowledged) >= kills[0]:
                site.end(signal.SIGKILL)
                kills.pop(0)
                site.start()
            time.sleep(0.005)

    phones = [range(n, SUBMISSIONS, 8) for n in range(8)]
    with ThreadPoolExecutor(9) as pool:
        watching = pool.submit(killer)
        for work in [pool.submit(one_phone, numbers) for numbers in phones]:
            work.result(timeout=240)
        watching.result(timeout=60)
    assert kills == []
    assert len(set(acknowledged)) == SUBMISSIONS
    stored = list(Opinion.objects.values_list("client_id", flat=True))
    assert sorted(stored) == sorted(acknowledged)
