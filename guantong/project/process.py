"""A child process with its own group, so that nothing it starts outlives it."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

PR_SET_PDEATHSIG = 1
"""prctl(2): which signal a process gets when its parent ends."""

GRACE = 15.0
"""Seconds that a process has to end by itself."""


class Process:
    """One child: started, watched, asked to end, and ended with all that it started."""

    def __init__(self, name: str, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.name = name
        self._command = list(command)
        self._environ = dict(environ)
        self._child: subprocess.Popen[bytes] | None = None
        self._born = 0.0

    def start(self) -> None:
        """Start it, as the leader of a new group; it is told to end if this process should die."""
        self._born = time.monotonic()
        self._child = subprocess.Popen(  # noqa: S603  (own command)
            self._command,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=_end_with_parent,
        )

    def age(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._born

    def ended(self) -> int | None:
        """Its exit code once it has ended."""
        return self._child.poll() if self._child else None

    def ask_to_end(self) -> None:
        """Ask politely; returns at once."""
        if self._child and self._child.poll() is None:
            with suppress(ProcessLookupError):
                self._child.terminate()

    def end(self) -> None:
        """Wait for it to end, and kill what is left of its group."""
        if self._child is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(GRACE if self._child.poll() is None else 0)
        with suppress(ProcessLookupError):
            os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()
        self._child = None


def _end_with_parent() -> None:
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
