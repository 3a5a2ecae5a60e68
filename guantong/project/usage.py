"""What is wrong with a command line, in Chinese: the library that reads it speaks English."""

from __future__ import annotations

import re

_SENTENCES = (
    (r"Missing argument '(.+?)'\..*", r"缺少参数 \1"),
    (r"Missing option '(.+?)'\..*", r"缺少选项 \1"),
    (r"No such option: (\S+) \(Possible options: (.+)\)", r"没有选项 \1，是不是 \2"),
    (r"No such option: (\S+)", r"没有选项 \1"),
    (r"No such command '(.+?)'\..*", r"没有命令 \1"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", r"多了参数：\1"),
    (r"Option '(.+?)' requires an argument\.", r"选项 \1 后面要有值"),
    (r"Option '(.+?)' does not take a value\.", r"选项 \1 后面没有值"),
)
_VALUE = re.compile(r"Invalid value for '(?P<name>.+?)'(?: \(.*?\))?: (?P<why>.*)")
_REASONS = (
    (r"(?:Value error, )?'(.*?)' is not one of (.+?)\.?", r"“\1”不在 \2 之中"),
    (r"Input should be a valid integer.*", "应填整数"),
    (r"Input should be greater than or equal to (.+)", r"不能小于 \1"),
    (r"Input should be less than or equal to (.+)", r"不能大于 \1"),
)


def is_help(message: str) -> bool:
    """Whether the library complains by printing its help: nothing at all was asked for."""
    return message.lstrip().startswith("Usage:")


def in_chinese(message: str) -> str:
    """The sentence for what was wrong; what is not known stays as it is."""
    whole = " ".join(message.split())
    if found := _VALUE.fullmatch(whole):
        return f"{found['name']} 的值不对：{_said(found['why'], _REASONS)}"
    return _said(whole, _SENTENCES)


def _said(text: str, known: tuple[tuple[str, str], ...]) -> str:
    for pattern, words in known:
        if found := re.fullmatch(pattern, text):
            return found.expand(words)
    return text
