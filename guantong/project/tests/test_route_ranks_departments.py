"""`guantong route` ranks the departments of each matter of a file, and says in one line what is wrong with a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from guantong.project import cli
from guantong.project.cli import app

MATTERS = [
    {"id": "a", "title": "关于在城北路口安装红绿灯的建议", "body": ""},
    {"id": 7, "title": "关于解决高坡村饮水困难的建议"},
]


def _lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return _lines(tmp_path / "in.jsonl", MATTERS)


def _ranked(path: Path) -> list[tuple[object, list[str]]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(list(row) == ["id", "ranked"] for row in rows)
    return [(row["id"], row["ranked"]) for row in rows]


def test_every_matter_gets_all_departments_best_first(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["route", str(file), "--out", str(out)])
    assert (done.exit_code, done.stdout) == (0, "")
    (one, first), (other, second) = _ranked(out)
    assert (one, other) == ("a", 7)
    assert (first[0], second[0]) == ("gongan", "shuili")
    assert len(first) == len(set(first)) == 36


def test_the_table_names_departments_and_reasons(file: Path) -> None:
    done = CliRunner().invoke(app, ["route", str(file)], terminal_width=200, env={"COLUMNS": "200"})
    assert done.exit_code == 0
    for word in ("共 2 件", "公安局", "水利局", "红绿灯", "属于其职责"):
        assert word in done.stdout


@pytest.mark.parametrize("named", [{"department": "linye"}, {"department": "田林县林业局"}, {"code": "linye"}])
def test_a_history_teaches_the_county(file: Path, tmp_path: Path, named: dict[str, object]) -> None:
    decided = [{"title": f"关于在{place}路口安装红绿灯的建议", **named} for place in ("城南", "城东", "城西", "新区")]
    history, out = _lines(tmp_path / "decided.jsonl", decided * 2), tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["route", str(file), "--history", str(history), "--out", str(out)])
    assert done.exit_code == 0
    assert [ranked[0] for _, ranked in _ranked(out)] == ["linye", "shuili"]


def test_blank_lines_a_mark_of_order_and_a_missing_id_are_borne(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes('\ufeff\r\n{"title": "关于修建机耕路的建议", "body": null}\r\n\n'.encode())
    assert CliRunner().invoke(app, ["route", str(source), "--out", str(out)]).exit_code == 0
    assert [(number, ranked[0]) for number, ranked in _ranked(out)] == [(2, "nongye")]


def test_an_empty_file_gives_an_empty_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert CliRunner().invoke(app, ["route", str(_lines(tmp_path / "in.jsonl", [])), "--out", str(out)]).exit_code == 0
    assert out.read_text() == ""


BAD = {
    "not JSON": (b'{"title": "x"}\n{"title": \n', "第 2 行不是 JSON"),
    "nested beyond reason": (b"[" * 100_000, "第 1 行不是 JSON"),
    "a list": (b'["x"]\n', "第 1 行应当是一个 JSON 对象"),
    "no title": (b'{"id": 1, "body": "x"}\n', "第 1 行没有标题"),
    "a blank title": (b'{"title": " "}\n', "第 1 行没有标题"),
    "a number as title": (b'{"title": 5}\n', "第 1 行的 title 应当是文字"),
    "a list as body": (b'{"title": "x", "body": []}\n', "第 1 行的 body 应当是文字"),
    "half a sign": (b'{"title": "\\ud800"}\n', "第 1 行的 title 含有不成对的代理字符"),
    "not UTF-8": ("关于修路".encode("gb18030"), "文件不是 UTF-8 编码的文本"),
}


@pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_in_one_line(
    content: bytes, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(content)
    _refused(["route", str(source)], sentence, monkeypatch, capsys)


def test_a_missing_file_a_folder_and_a_closed_place_are_refused(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _refused(["route", str(tmp_path / "none.jsonl")], "没有这个文件", monkeypatch, capsys)
    _refused(["route", str(tmp_path)], "这是文件夹", monkeypatch, capsys)
    _refused(["route", str(file), "--out", str(tmp_path / "no" / "out.jsonl")], "写不了文件", monkeypatch, capsys)


@pytest.mark.parametrize(("department", "sentence"), [("某某局", "承办单位不认识：某某局"), (None, "没有承办单位")])
def test_a_history_without_a_known_department_is_refused(
    department: str | None,
    sentence: str,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    history = _lines(tmp_path / "decided.jsonl", [{"title": "关于修路的建议", "department": department}])
    _refused(["route", str(file), "--history", str(history)], sentence, monkeypatch, capsys)


def _refused(
    words: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["guantong", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("错误：")
    assert sentence in said
    assert said.count("\n") == 1
