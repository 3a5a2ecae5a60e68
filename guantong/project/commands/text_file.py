"""Reading a text that somebody names on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from guantong.base.refusals import Refusal

LARGEST = 16 * 1024 * 1024
"""Bytes; a report has some ten thousand, so this is a mistaken file."""


def read_text(path: Path) -> str:
    """The text of a UTF-8 file exactly as it is, line ends included, or of standard input for `-`.

    Raises Refusal for a file that is not there, cannot be read, is too large, or is not UTF-8.
    """
    raw = _bytes(path)
    if len(raw) > LARGEST:
        raise Refusal(f"文件太大：{path} 超过 {LARGEST // 1024 // 1024} MB")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(f"文件不是 UTF-8 编码的文本：{path}（第 {error.start + 1} 个字节）") from error


def _bytes(path: Path) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    if not path.exists():
        raise Refusal(f"没有这个文件：{path}")
    if path.is_dir():
        raise Refusal(f"这是文件夹，不是文件：{path}")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Refusal(f"读不了文件：{path}（{error.strerror}）") from error
