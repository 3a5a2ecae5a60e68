"""The real server and a real browser for the stories."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# Playwright's own event loop runs in the test's thread; the database is only used between its steps.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Site:
    """The web server as it is run for people, on the test's database."""

    def __init__(self, media: Path, static: Path, database_url: str) -> None:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            self.port = trial.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        places = {"DATABASE_URL": database_url, "MEDIA_ROOT": str(media), "STATIC_ROOT": str(static)}
        self.environment = {**os.environ, **places}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return when it answers."""
        command = [sys.executable, "-m", "guantong.project", "web", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True)
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{self.url}/readyz", timeout=2).read()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not get ready")

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the server and its workers with a signal, and return when the last of them is gone."""
        if self.process is None:
            return
        group = self.process.pid
        os.killpg(group, how)
        self.process.wait(20)
        self.process = None
        deadline = time.monotonic() + 10
        while _lives(group) and time.monotonic() < deadline:
            time.sleep(0.05)
        if _lives(group):
            os.killpg(group, signal.SIGKILL)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files, as the real server needs them, in a folder of this test process's own."""
    folder = tmp_path_factory.mktemp("static")
    command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    settings = {"DJANGO_SETTINGS_MODULE": "guantong.project.settings", "STATIC_ROOT": str(folder)}
    subprocess.run(command, check=True, env={**os.environ, **settings})
    return folder


@pytest.fixture
def site(transactional_db: None, database_url: str, collected: Path, tmp_path: Path) -> Iterator[Site]:
    server = Site(tmp_path, collected, database_url)
    server.start()
    yield server
    server.end()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture
def browser_context_args(site: Site) -> dict[str, Any]:
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "base_url": site.url}


class Watch:
    """What goes wrong in a browser: console errors, failed requests, 5xx, requests that leave the machine."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.wrong: list[str] = []

    def begin(self, page: Page) -> None:
        """Watch a page that was just opened."""
        page.on("console", self._console)
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("requestfailed", self._failure)
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.wrong.append(f"left the machine: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 or (response.status == 404 and "/static/" in response.url):
            self.wrong.append(f"{response.status}: {response.url}")

    def _failure(self, request: Request) -> None:
        # The browser itself gives up what is still loading when the person goes on to another page.
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"failed: {request.url} {request.failure}")


@pytest.fixture
def watched(context: BrowserContext, site: Site) -> Iterator[BrowserContext]:
    """A browser whose story fails when anything goes wrong in it."""
    watch = Watch(site.url)
    context.on("page", watch.begin)
    yield context
    assert watch.wrong == []
