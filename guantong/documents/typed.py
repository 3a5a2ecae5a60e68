"""Reading what a person typed as paragraphs and headings of a document."""

from __future__ import annotations

import re

from guantong.documents.content import Para
from guantong.documents.plain import lines_of

HEADINGS = (
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"\d{1,2}[.．](?!\d)"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)
STOPS = "。！？；"
LONGEST_HEADING = 56
"""Signs: two lines. What is longer is a numbered paragraph, not a heading."""


def paragraphs(text: str) -> tuple[Para, ...]:
    """Each line that says something is a paragraph."""
    return tuple(Para(line) for line in lines_of(text))


def level_of(line: str) -> int:
    """The level of the heading with whose mark a line begins; 0 for none."""
    return next((level for level, mark in enumerate(HEADINGS, 1) if mark.match(line)), 0)


def heading_and_rest(line: str) -> tuple[int, str, str]:
    """Level, heading and what follows it in the same line: a heading ends with its first sentence.

    一、提高认识。各单位要…… is a heading of level 1 and a text; both together are the line.
    """
    end = next((at for at, sign in enumerate(line, 1) if sign in STOPS), len(line))
    level = level_of(line) if end <= LONGEST_HEADING else 0
    return (level, line[:end], line[end:]) if level else (0, "", line)
