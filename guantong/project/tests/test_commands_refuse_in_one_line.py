"""Every command says what was wrong in one line on stderr, ends with a code that is not 0, and shows no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guantong.project.commands import MODULES


def guantong(*arguments: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    command = [sys.executable, "-m", "guantong.project", *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **environ}, capture_output=True, text=True, check=False)


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of a refusal; fails when it is not one."""
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("错误：")
    return lines[0]


COMMANDS = [name.replace("_", "-") for name in MODULES]


def test_help_lists_every_command() -> None:
    done = guantong("--help")
    assert done.returncode == 0
    assert all(f"  {command} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_refuses_an_unknown_option(command: str) -> None:
    assert guantong(command, "--help").returncode == 0
    assert "--nonsense" in refused(guantong(command, "--nonsense"))


def test_an_unknown_command_is_refused() -> None:
    assert "nonsense" in refused(guantong("nonsense"))


@pytest.mark.parametrize("group", [(), ("figures",), ("ledger",), ("db",)], ids=" ".join)
def test_a_bare_group_prints_its_help_as_it_is_laid_out(group: tuple[str, ...]) -> None:
    done = guantong(*group)
    assert (done.returncode, done.stdout) == (2, "")
    assert "错误" not in done.stderr
    assert len(done.stderr.splitlines()) > 5
    assert done.stderr.strip() == guantong(*group, "--help").stdout.strip()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("extract",), "缺少参数 FILE"),
        (("report", "--region", "451028"), "缺少选项 --period"),
        (("report", "--region"), "选项 --region 后面要有值"),
        (("nonsense",), "没有命令 nonsense"),
        (("doctor", "--nonsense"), "没有选项 --nonsense"),
        (("doctor", "--formt", "json"), "没有选项 --formt，是不是 --format"),
        (("doctor", "more"), "多了参数：more"),
        (("run", "--port", "x"), "--port 的值不对：应填整数"),
        (("run", "--port", "0"), "--port 的值不对：不能小于 1"),
        (("run", "--port", "70000"), "--port 的值不对：不能大于 65535"),
        (("extract", "a", "--format", "x"), "--format 的值不对：“x”不在 'jsonl', 'table' 之中"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_wrong_with_the_line_is_said_in_chinese(arguments: tuple[str, ...], words: str) -> None:
    done = guantong(*arguments)
    assert done.returncode == 2
    assert words in refused(done)


@pytest.mark.parametrize(
    "arguments", [("run", "--port", "0"), ("run", "--port", "x"), ("extract", "a", "--format", "x")]
)
def test_a_value_out_of_range_is_refused(arguments: tuple[str, ...]) -> None:
    refused(guantong(*arguments))


def test_extract_refuses_what_is_no_text_file(tmp_path: Path) -> None:
    (tmp_path / "gbk.txt").write_bytes("百色市人大".encode("gb18030"))
    (tmp_path / "locked").mkdir()
    assert "没有这个文件" in refused(guantong("extract", tmp_path / "missing.txt"))
    assert "文件夹" in refused(guantong("extract", tmp_path / "locked"))
    assert "UTF-8" in refused(guantong("extract", tmp_path / "gbk.txt"))
    refused(guantong("extract"))


def test_extract_refuses_a_file_that_is_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(17 * 1024 * 1024)
    assert "太大" in refused(guantong("extract", large))


RECORDS = [
    ("migrate",),
    ("ledger", "verify"),
    ("ledger", "seals"),
    ("figures", "verify"),
    ("scores", "verify"),
    ("demo",),
    ("worker",),
]


@pytest.mark.parametrize("arguments", RECORDS)
def test_a_database_that_is_not_there_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    url = f"postgresql:///nowhere?host={tmp_path}"
    assert "数据库" in refused(guantong(*arguments, DATABASE_URL=url, GUANTONG_VAR=str(tmp_path)))


@pytest.mark.parametrize("arguments", [("db", "start"), ("db", "status"), ("run",), ("setup-database",), ("doctor",)])
def test_an_address_that_is_no_database_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = guantong(*arguments, DATABASE_URL="sqlite:///x", GUANTONG_VAR=str(tmp_path), PORT="18431")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "DATABASE_URL" in done.stdout + done.stderr


def test_a_secret_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    done = guantong(
        "migrate", GUANTONG_VAR=str(tmp_path), PERSONAL_DATA_KEY="not hexadecimal", DATABASE_URL="postgresql:///x"
    )
    refused(done)
