"""How the embedded server is set: for a machine that it shares with the web processes."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

MEGABYTE = 1024 * 1024


def memory_megabytes() -> int:
    """The machine's memory."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE


def shared_buffers() -> int:
    """Megabytes of page cache: an eighth of the memory, between 64 and 512."""
    return max(64, min(512, memory_megabytes() // 8))


def settings() -> dict[str, str]:
    """What differs from PostgreSQL's own choice, each for a reason."""
    return {
        "shared_buffers": f"{shared_buffers()}MB",
        "max_connections": "200",
        # the operating system's cache holds the rest
        "effective_cache_size": f"{max(128, memory_megabytes() // 2)}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": "128MB",
        # fewer, longer checkpoints: they compete with the web processes for the same disk
        "checkpoint_timeout": "15min",
        "max_wal_size": "2GB",
        "wal_compression": "on",
        # solid-state disks: reading at random costs little more than reading in order
        "random_page_cost": "1.1",
        # our queries are short; compiling them takes longer than running them
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        # nothing listens on the network
        "listen_addresses": "",
    }


def start_options(sockets: Path) -> str:
    """The settings as pg_ctl hands them to the server."""
    words = [f"-c {name}={shlex.quote(value)}" for name, value in settings().items()]
    return " ".join([*words, f"-k {shlex.quote(str(sockets))}"])
