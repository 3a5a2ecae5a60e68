"""Run by root, the server's owner must reach its data: folders are opened for it as far as needed, and it is said."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from guantong.project import server
from guantong.project.doctor.machine import machine_findings
from guantong.project.server_owner import Owner, let_through

STRANGER = Owner(uid=64123, gid=64123, borrowed=True)


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """home (shut) / open / group (shut to others) / var (shut)."""
    home = tmp_path / "home"
    made = [home, home / "open", home / "open" / "group", home / "open" / "group" / "var"]
    for folder, bits in zip(made, (0o700, 0o755, 0o710, 0o700), strict=True):
        folder.mkdir()
        folder.chmod(bits)
    return made


def test_only_what_is_shut_is_opened_and_nothing_can_be_listed(folders: list[Path]) -> None:
    opened = let_through(folders[-1], STRANGER)
    assert set(folders) & set(opened) == {folders[0], folders[2], folders[3]}
    assert [mode(folder) for folder in folders] == [0o701, 0o755, 0o711, 0o701]
    assert let_through(folders[-1], STRANGER) == []


def test_a_group_that_may_pass_is_enough(folders: list[Path]) -> None:
    same_group = Owner(uid=64123, gid=os.getegid(), borrowed=True)
    let_through(folders[2], same_group)
    assert mode(folders[2]) == 0o710


def test_whoever_runs_it_as_themselves_opens_nothing(folders: list[Path]) -> None:
    assert let_through(folders[-1], Owner(os.geteuid(), os.getegid(), borrowed=False)) == []
    assert [mode(folder) for folder in folders] == [0o700, 0o755, 0o710, 0o700]


def test_the_doctor_says_what_was_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUANTONG_VAR", str(tmp_path))
    assert "文件夹权限" not in {finding.subject for finding in machine_findings()}
    for opened in ([Path("/root"), Path("/root/gt")], [Path("/root")]):
        monkeypatch.setattr(server, "let_through", lambda folder, owner, opened=opened: opened)
        server._open_way(tmp_path, STRANGER)
    (found,) = [finding for finding in machine_findings() if finding.subject == "文件夹权限"]
    assert "/root、/root/gt" in found.seen
