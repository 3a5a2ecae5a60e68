"""On whose account the embedded server runs: PostgreSQL refuses to be root."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYSTEM_USER = "guantong-db"


@dataclass(frozen=True, slots=True)
class Owner:
    """The account that owns the server's data; `borrowed` when we are root and act as another."""

    uid: int
    gid: int
    borrowed: bool

    def as_subprocess_arguments(self) -> dict[str, Any]:
        """What subprocess needs in order to run a program as this owner."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.borrowed else {}


def owner_of(data: Path) -> Owner:
    """Whose server it is: ours, or as root the data's owner, or an account made for it."""
    if os.geteuid() != 0:
        return Owner(os.geteuid(), os.getegid(), borrowed=False)
    if data.exists() and data.stat().st_uid != 0:
        return Owner(data.stat().st_uid, data.stat().st_gid, borrowed=True)
    entry = _system_user()
    return Owner(entry.pw_uid, entry.pw_gid, borrowed=True)


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        arguments = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        subprocess.run(["useradd", *arguments], check=False, capture_output=True)  # noqa: S603, S607  (fixed words)
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        return pwd.getpwnam("nobody")


def let_through(folder: Path, owner: Owner) -> list[Path]:
    """As root, let the owner pass through those folders above that keep it out, without letting it list them.

    Gives the folders that had to be opened: others can now pass through them too.
    """
    if not owner.borrowed:
        return []
    shut = [step for step in (folder, *folder.parents) if not _passes(step.stat(), owner)]
    for step in shut:
        step.chmod(stat.S_IMODE(step.stat().st_mode) | stat.S_IXOTH)
    return shut


def _passes(step: os.stat_result, owner: Owner) -> bool:
    """Whether the owner gets through a folder as it stands."""
    if step.st_uid == owner.uid:
        return bool(step.st_mode & stat.S_IXUSR)
    needed = stat.S_IXGRP if step.st_gid == owner.gid else stat.S_IXOTH
    return bool(step.st_mode & needed)
