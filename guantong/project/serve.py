"""Running web and worker under one roof: started together, watched, stopped together."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

import typer

from guantong.project.commands.django_ready import database
from guantong.project.engine import EngineError
from guantong.project.own_addresses import own_addresses
from guantong.project.process import Process
from guantong.project.ready import is_ready

START_PATIENCE = 90
"""Seconds until the web server must be ready."""

SHORT_LIFE = 5
"""Seconds: what dies younger than this is broken, and is not started again."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web server listens."""

    host: str
    port: int

    @property
    def from_here(self) -> str:
        """The host by which this machine reaches it."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104  (compared, not bound)

    @property
    def url(self) -> str:
        """What a person on this machine opens."""
        host = f"[{self.from_here}]" if ":" in self.from_here else self.from_here
        return f"http://{host}:{self.port}/"


def check_free(address: Address) -> None:
    """Raises EngineError when the address cannot be listened at."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except socket.gaierror as error:
        raise EngineError(f"HOST={address.host} 不是这台机器的地址") from error
    except PermissionError as error:
        raise EngineError(f"没有权限监听端口 {address.port}：请用 1024 以上的端口，例如 PORT=8000") from error
    except OSError as error:
        raise EngineError(
            f"{address.host} 的端口 {address.port} 不能用（{error.strerror}）：请换一个，例如 PORT={address.port + 1}"
        ) from error


def environment(address: Address) -> Mapping[str, str]:
    """The processes' environment: who listens to the network answers to this machine's names as well."""
    known = os.environ.get("ALLOWED_HOSTS")
    if known:
        return dict(os.environ)
    names = {"localhost", "127.0.0.1", "[::1]", address.host.strip("[]"), address.from_here, socket.gethostname()}
    if address.host != address.from_here:
        names |= own_addresses()
    return {**os.environ, "ALLOWED_HOSTS": ",".join(sorted(names))}


def serve(address: Address, *, demo: bool) -> int:
    """Serve until told to stop (SIGINT, SIGTERM); the exit code.

    Raises EngineError when the address is taken, the database cannot be had, or the web does not get ready.
    """
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: _interrupt(stopping))
    try:
        check_free(address)
        _say("启动数据库")
        with database():
            from guantong.project.prepare import prepare

            prepare(say=_say, demo=demo)
            # From here on nothing is undone half-way: a signal is only noted.
            return _serve_processes(address, stopping)
    except KeyboardInterrupt:
        return 0


def _interrupt(stopping: threading.Event) -> None:
    """While preparing, break off; while serving, only note it."""
    if _serving.is_set():
        stopping.set()
    else:
        raise KeyboardInterrupt


_serving = threading.Event()


def _serve_processes(address: Address, stopping: threading.Event) -> int:
    from django.db import connections

    connections.close_all()
    _serving.set()
    environ = environment(address)
    program = [sys.executable, "-m", "guantong.project"]
    web = Process("网站", [*program, "web", "--host", address.host, "--port", str(address.port)], environ)
    worker = Process("后台任务", [*program, "worker"], environ)
    both = (web, worker)
    try:
        for process in both:
            process.start()
        if not _wait_until_ready(address, both, stopping):
            return 0
        _greet(address)
        return _watch(both, stopping)
    finally:
        _say("正在停止")
        for process in both:
            process.ask_to_end()
        for process in both:
            process.end()
        _serving.clear()


def _wait_until_ready(address: Address, both: tuple[Process, ...], stopping: threading.Event) -> bool:
    _say("启动网站和后台任务")
    deadline = time.monotonic() + START_PATIENCE
    while time.monotonic() < deadline:
        if stopping.is_set():
            return False
        for process in both:
            if (code := process.ended()) is not None:
                raise EngineError(f"{process.name}没有启动成功（退出码 {code}），原因见上面的输出")
        if is_ready(address.from_here, address.port):
            return True
        stopping.wait(0.1)
    raise EngineError(f"网站在 {START_PATIENCE} 秒内没有准备好")


def _watch(both: tuple[Process, ...], stopping: threading.Event) -> int:
    """Until told to stop. What ends by itself is started again, unless it had hardly begun."""
    while not stopping.wait(0.3):
        for process in both:
            code = process.ended()
            if code is None:
                continue
            if process.age() < SHORT_LIFE:
                raise EngineError(f"{process.name}刚启动就退出了（退出码 {code}），其余也已停止")
            _say(f"{process.name}意外退出（退出码 {code}），重新启动")
            process.end()
            process.start()
    return 0


def _greet(address: Address) -> None:
    _say(f"贯通已启动：{address.url}")
    for line in demo_accounts():
        _say(line)
    _say("按 Ctrl-C 停止")


def demo_accounts() -> list[str]:
    """The demo city's accounts as lines for the terminal; none in an installation without them."""
    from guantong.accounts.models import Person
    from guantong.demo.accounts import ACCOUNTS

    there = set(Person.objects.values_list("username", flat=True))
    return [
        f"  {account.username} / {account.password}\t{account.title}"
        for account in ACCOUNTS
        if account.username in there
    ]


def _say(words: str) -> None:
    typer.echo(f"· {words}")
