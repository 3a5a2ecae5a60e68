"""Takes the screenshots of the README's five-minute tour; `make tour`.

Walks through the demo city in a real browser on the real server and leaves PNG files in docs/tour. Each walk adds one
more opinion to the demo.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "tour"
CHROMIUM = "/usr/bin/chromium"
PHONE, SCREEN = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
COUNTY = "451028"
SAID = "民治村三组到小学的路灯坏了半个月，孩子放学看不清路，请尽快修好。"
REPORT = (
    "今年上半年，乐业县依托代表联络站开展活动23场次，入户走访500余人次，收集意见建议74条，办结46条，"
    "为群众办实事37件。隆林各族自治县“民情速办”收集群众诉求237件，办结率92%。"
)


def main() -> int:
    """Exit code 1 when there is no demo city."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guantong.project.settings")
    import django

    django.setup()
    from guantong.project import engine

    PICTURES.mkdir(parents=True, exist_ok=True)
    with engine.running(), _site() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        _citizen(browser, address)
        _desk(browser, address)
        browser.close()
    return 0


@contextmanager
def _site() -> Iterator[str]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [sys.executable, "-m", "guantong.project", "web", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)  # noqa: S603  (own command)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait(address: str) -> None:
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=2).read()  # noqa: S310  (own server)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("网站没有启动")


def _citizen(browser: Browser, address: str) -> None:
    page = browser.new_context(locale="zh-CN", base_url=address, viewport=PHONE).new_page()
    page.goto(f"/s/{COUNTY}/")
    page.get_by_role("link", name=re.compile("民治村")).first.click()
    page.get_by_label(re.compile("什么问题")).fill(SAID)
    page.get_by_label(re.compile("^在什么地方")).fill("三组小学门口")
    _keep(page, "1-speak")
    page.get_by_role("button", name="提交").click()
    page.wait_for_url(re.compile("/r/$"))
    _keep(page, "2-receipt")


def _desk(browser: Browser, address: str) -> None:
    page = browser.new_context(locale="zh-CN", base_url=address, viewport=SCREEN).new_page()
    _sign_in(page, "leye-clerk")
    page.goto("/desk/")
    _keep(page, "3-worklist")
    page.goto("/desk/?scope=all&at=opinion.closed")
    page.locator("#worklist tbody a").first.click()
    _keep(page, "4-matter")
    page.goto(f"/figures/station_opinions_resolved/?region={COUNTY}&period=2025H1")
    _keep(page, "5-figure")
    _sign_in(page, "city")
    page.goto("/figures/read/?region=451000&period=2025H1")
    page.get_by_label(re.compile("^报告")).first.fill(REPORT)
    page.get_by_role("button", name="核对", exact=True).click()
    _keep(page, "6-read-back")


def _sign_in(page: Page, username: str) -> None:
    from guantong.demo.accounts import PASSWORD

    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label(re.compile("^账号")).fill(username)
    page.get_by_label(re.compile("^密码")).fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("button", name="退出").wait_for()


def _keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
