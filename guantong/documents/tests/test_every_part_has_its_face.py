"""Faces and sizes of title, headings and body, and the marks before headings."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx.oxml.ns import qn

from guantong.documents.content import Frame, Heading, Para
from guantong.documents.kinds.notice import Notice, notice
from guantong.documents.typed import paragraphs

Looks = list[tuple[str, str, float, str]]
PLAIN = Frame(issuer="县人大办", day=date(2026, 6, 4))


@pytest.fixture
def looks(opened: Callable[[bytes], Any]) -> Callable[..., Looks]:
    """Of every run that says something: text, Chinese face, size in points, Latin face."""

    def of(*blocks: Any) -> Looks:
        document = opened(notice(Notice(frame=PLAIN, title="标题", blocks=blocks)))
        return [
            (r.text, r._element.rPr.rFonts.get(qn("w:eastAsia")), r.font.size.pt, r.font.name)
            for p in document.paragraphs
            for r in p.runs
            if r.text
        ]

    return of


def test_title_and_body(looks: Callable[..., Looks]) -> None:
    found = looks(Para("正文2026"))
    assert found[0] == ("标题", "方正小标宋简体", 22, "Times New Roman")
    assert found[1] == ("正文2026", "仿宋_GB2312", 16, "Times New Roman")


def test_headings_are_counted_and_each_level_has_its_face(looks: Callable[..., Looks]) -> None:
    levels = (1, 2, 2, 3, 4, 4, 1, 2, 3)
    found = looks(*(Heading(level, "题") for level in levels))[1 : len(levels) + 1]
    assert [(text, face) for text, face, *_ in found] == [
        ("一、题", "黑体"),
        ("（一）题", "楷体_GB2312"),
        ("（二）题", "楷体_GB2312"),
        ("1.题", "仿宋_GB2312"),
        ("（1）题", "仿宋_GB2312"),
        ("（2）题", "仿宋_GB2312"),
        ("二、题", "黑体"),
        ("（一）题", "楷体_GB2312"),
        ("1.题", "仿宋_GB2312"),
    ]


def test_a_typed_heading_ends_with_its_sentence(looks: Callable[..., Looks]) -> None:
    found = looks(*paragraphs("一、压实责任。各单位要抓好落实。\n（二）加大投入\n1.5万元用于维修。"))[1:5]
    assert [(text, face) for text, face, *_ in found] == [
        ("一、压实责任。", "黑体"),
        ("各单位要抓好落实。", "仿宋_GB2312"),
        ("（二）加大投入", "楷体_GB2312"),
        ("1.5万元用于维修。", "仿宋_GB2312"),
    ]


def test_a_long_numbered_sentence_is_no_heading(looks: Callable[..., Looks]) -> None:
    text = "一、" + "要抓好落实" * 20 + "。"
    assert looks(*paragraphs(text))[1][:2] == (text, "仿宋_GB2312")


@pytest.mark.parametrize("level", [0, 5])
def test_there_are_four_levels(level: int) -> None:
    with pytest.raises(ValueError, match="levels 1 to 4"):
        Heading(level, "题")
