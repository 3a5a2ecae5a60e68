"""Matters in a JSON Lines file that somebody names on the command line: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guantong.base.refusals import Refusal
from guantong.project.commands.text_file import read_text


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter and the number of its line; `row` is the whole object, for what else it holds."""

    number: int
    title: str
    body: str
    row: dict[str, Any]

    @property
    def id(self) -> object:
        """The matter's own id, or the number of its line when it has none."""
        return self.row.get("id", self.number)


def read_matters(path: Path) -> list[MatterLine]:
    """The matters of the file, blank lines left out; Refusal names the first line that is not one."""
    text = read_text(path).removeprefix("\ufeff")
    return [_matter(path, number, line) for number, line in _lines(text)]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: a title may hold U+2028, which JSON allows inside a string.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _matter(path: Path, number: int, line: str) -> MatterLine:
    where = f"{path} 第 {number} 行"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{where}不是 JSON：{error}") from error
    if not isinstance(row, dict):
        raise Refusal(f"{where}应当是一个 JSON 对象，含 id、title、body")
    title = _text(where, row, "title")
    if not title.strip():
        raise Refusal(f"{where}没有标题（title）")
    return MatterLine(number, title, _text(where, row, "body"), row)


def _text(where: str, row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refusal(f"{where}的 {name} 应当是文字")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Refusal(f"{where}的 {name} 含有不成对的代理字符") from error
    return value
