"""`guantong report` and `guantong reconcile`: what they refuse, in one line and without a traceback."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize("region", ["451028203", "451028203205"])
def test_a_region_below_the_county_is_no_report_of_its_own(text: Path, database_url: str, region: str) -> None:
    asked = ("--region", region, "--period", "2025H1")
    line = _refused("reconcile", text, *asked, DATABASE_URL=database_url)
    assert "451028" in line.replace(region, "")
    assert "按县或市核对" in line


def test_a_table_that_is_piped_has_every_row_on_one_line(database_url: str, regions: object, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("上半年，乐业县代表联络站收集意见建议74条，办结45条。", encoding="utf-8")
    command = [sys.executable, "-m", "guantong.project", "reconcile", str(path), "--region", "451028"]
    given = {**os.environ, "DATABASE_URL": database_url, "COLUMNS": "40"}
    done = subprocess.run([*command, "--period", "2025H1"], env=given, capture_output=True, text=True, check=True)
    rows = [line for line in done.stdout.splitlines() if line.startswith("│")]
    assert len(rows) == 2
    assert all("无记录" in row and "的记录。" in row for row in rows)


def test_each_verdict_is_named_in_chinese_with_its_code(database_url: str, regions: object, text: Path) -> None:
    command = [sys.executable, "-m", "guantong.project", "reconcile", str(text), "--region", "451028"]
    given = {**os.environ, "DATABASE_URL": database_url}
    asked = [*command, "--period", "2025H1", "--format", "json"]
    done = subprocess.run(asked, env=given, capture_output=True, text=True, check=True)
    (item,) = json.loads(done.stdout)["items"]
    assert (item["verdict"], item["code"]) in {("无记录", "no_record"), ("无法核对", "unverifiable")}
