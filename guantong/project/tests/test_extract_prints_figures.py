"""`guantong extract` prints each figure with its span, from the file exactly as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from guantong.project.cli import app

TEXT = "上半年，乐业县收集意见建议74条，\r\n办结45件。"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_one_object_a_line_with_spans_into_the_text_as_given(file: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(file)])
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["value"] for row in found] == [74, 45]
    columns = ["start", "end", "text", "value", "unit", "approx", "object", "indicator", "county"]
    for row in found:
        assert list(row) == columns
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_the_table_shows_the_same_figures(file: Path) -> None:
    done = CliRunner().invoke(app, ["extract", str(file), "--format", "table"])
    assert done.exit_code == 0
    assert "74" in done.stdout
    assert "共 2 个数字" in done.stdout


def test_an_empty_text_has_no_figures(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = CliRunner().invoke(app, ["extract", str(tmp_path / "empty.txt")])
    assert (done.exit_code, done.stdout) == (0, "")
