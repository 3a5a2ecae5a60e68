"""`guantong run` serves until told to stop, survives what its children do, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from guantong.project import server
from guantong.project.ready import is_ready

PATIENCE = 60.0


def wait_for(what: Callable[[], bool], patience: float = PATIENCE) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.1)
    return False


def family(pid: int) -> set[int]:
    """A process and all that descend from it, as /proc tells."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found = {pid}
    while new := {child for child, parent in parents.items() if parent in found} - found:
        found |= new
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@dataclass
class Running:
    process: subprocess.Popen[str]
    port: int
    var: Path
    said: str = ""

    def read_until_it_serves(self) -> None:
        """Read what it says until it has greeted: before that a signal breaks its start off."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                return

    def is_ready(self) -> bool:
        return is_ready("127.0.0.1", self.port)

    def web(self) -> int | None:
        """The web server's main process: the child whose command line says so; None between two of them."""
        for pid in family(self.process.pid):
            try:
                words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
                parent = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if "web" in words and parent == self.process.pid:
                return pid
        return None


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    var = tmp_path / "var"
    environ = {**os.environ, "GUANTONG_VAR": str(var), "PORT": str(port)}
    environ.pop("DATABASE_URL", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "guantong.project", "run"],
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    it = Running(process, port, var)
    try:
        it.read_until_it_serves()
        assert it.is_ready(), it.said
        yield it
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert wait_for(lambda: not server.is_running(var), 30)


@pytest.mark.browser
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_web_worker_and_database(running: Running, number: signal.Signals) -> None:
    members = family(running.process.pid)
    assert len(members) >= 4
    running.process.send_signal(number)
    rest, _ = running.process.communicate(timeout=PATIENCE)
    said = running.said + rest
    assert running.process.returncode == 0, said
    assert "Traceback" not in said
    assert f"http://127.0.0.1:{running.port}/" in said
    assert not any(alive(pid) for pid in members)
    assert not server.is_running(running.var)


@pytest.mark.browser
def test_a_killed_web_server_is_started_again(running: Running) -> None:
    time.sleep(5)
    first = running.web()
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert wait_for(lambda: not alive(first))
    assert wait_for(lambda: running.web() not in (None, first) and running.is_ready())


@pytest.mark.browser
def test_when_it_is_killed_itself_its_children_end_too(running: Running) -> None:
    members = family(running.process.pid) - {running.process.pid}
    running.process.kill()
    assert wait_for(lambda: not any(alive(pid) for pid in members), 30)
    assert not running.is_ready()


@pytest.mark.browser
def test_a_taken_port_is_one_clear_line(running: Running) -> None:
    environ = {**os.environ, "GUANTONG_VAR": str(running.var), "PORT": str(running.port)}
    second = subprocess.run(
        [sys.executable, "-m", "guantong.project", "run"], env=environ, capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert len(second.stderr.strip().splitlines()) == 1
    assert str(running.port) in second.stderr
    assert running.is_ready()
