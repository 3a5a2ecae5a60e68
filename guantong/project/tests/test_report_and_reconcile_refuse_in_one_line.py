"""`guantong report` and `guantong reconcile`: what they refuse, in one line and without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _refused(*arguments: str | Path, **environment: str) -> str:
    command = [sys.executable, "-m", "guantong.project", *map(str, arguments)]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    return line


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("办实事2件。", encoding="utf-8")
    return path


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    line = _refused("reconcile", tmp_path / "missing.txt", "--region", "451000", "--period", "2025H1")
    assert "没有这个文件" in line


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "gbk.txt"
    path.write_bytes("办实事2件。".encode("gb18030"))
    assert "不是 UTF-8" in _refused("reconcile", path, "--region", "451000", "--period", "2025H1")


@pytest.mark.parametrize("command", ["reconcile", "report"])
@pytest.mark.parametrize(
    ("region", "period", "words"),
    [
        ("999999", "2025H1", "999999"),
        ("乐业", "2025H1", "乐业"),
        ("451000", "2025H5", "无法识别统计期"),
        ("451000", "", "无法识别统计期"),
    ],
)
def test_an_unknown_region_or_period(
    text: Path, database_url: str, command: str, region: str, period: str, words: str
) -> None:
    asked = ("--region", region, "--period", period)
    file = (text,) if command == "reconcile" else ()
    assert words in _refused(command, *file, *asked, DATABASE_URL=database_url)
