"""附件说明, signature, 附注, 版记 and the pages of 附件."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from guantong.documents.closing import indents
from guantong.documents.content import Annex, Form, Frame, Para
from guantong.documents.kinds.notice import Notice, notice

TWO = (Annex("名单", (Para("名单正文"),)), Annex("日程", (Para("日程正文"),)))


def made(frame: Frame, *annexes: Annex) -> bytes:
    return notice(Notice(frame=frame, title="通知", blocks=(Para("正文"),), annexes=annexes))


def said(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p.text]


def test_the_order_of_the_end(opened: Callable[[bytes], Any], frame: Frame) -> None:
    lines = said(opened(made(frame, *TWO)))
    assert lines[lines.index("正文") + 1 :] == [
        "附件：1. 名单",
        "2. 日程",
        "乐业县人民代表大会常务委员会",
        "2026年6月4日",
        "（此件公开发布）",
        "附件1",
        "名单",
        "名单正文",
        "附件2",
        "日程",
        "日程正文",
        "抄送：县委办公室，县政协办公室。",
        "乐业县人大常委会办公室\t2026年6月5日印发",
    ]


def test_a_single_annex_bears_no_number(opened: Callable[[bytes], Any], frame: Frame) -> None:
    lines = said(opened(made(frame, TWO[0])))
    assert "附件：名单" in lines
    assert "附件" in lines


def test_each_annex_begins_a_page(opened: Callable[[bytes], Any], frame: Frame) -> None:
    labels = [p for p in opened(made(frame, *TWO)).paragraphs if p.text in ("附件1", "附件2")]
    assert [p.paragraph_format.page_break_before for p in labels] == [True, True]


@pytest.mark.parametrize(
    ("name", "written", "sealed", "name_in", "date_in"),
    [
        (5, 6, True, 4.5, 4),  # the name centred over a date four in
        (14, 6, True, 0, 4),
        (20, 6, True, 0, 7),  # a wider name pushes the date
        (14, 6, False, 2, 8 - 0),  # the date begins two after the name
        (4, 6, False, 6, 2),  # a date wider than the name stands two in
    ],
)
def test_where_name_and_date_stand(name: float, written: float, sealed: bool, name_in: float, date_in: float) -> None:
    assert indents(name, written, sealed=sealed) == (name_in, date_in)
    if not sealed:
        assert (name + name_in) - (written + date_in) == 2


def test_the_signature_is_never_alone_on_a_page(opened: Callable[[bytes], Any], frame: Frame) -> None:
    rows = opened(made(frame)).paragraphs
    body = next(at for at, row in enumerate(rows) if row.text == "正文")
    date = next(at for at, row in enumerate(rows) if row.text == "2026年6月4日")
    assert all(row.paragraph_format.keep_with_next for row in rows[body:date])


def test_the_imprint_stands_in_one_frame_at_the_foot(opened: Callable[[bytes], Any], frame: Frame) -> None:
    frames = list(opened(made(frame)).element.body.iter(qn("w:framePr")))
    assert len(frames) == 5
    assert {tuple(sorted(f.attrib.items())) for f in frames} == {tuple(sorted(frames[0].attrib.items()))}
    assert frames[0].get(qn("w:yAlign")) == "bottom"
    assert abs(int(frames[0].get(qn("w:w"))) / 20 - Mm(156).pt) < 1


def test_a_letter_names_copies_without_printer_and_lines(opened: Callable[[bytes], Any], frame: Frame) -> None:
    document = opened(made(replace(frame, form=Form.LETTER)))
    assert len(list(document.element.body.iter(qn("w:framePr")))) == 1
    assert said(document)[-1] == "抄送：县委办公室，县政协办公室。"


def test_without_copies_and_printer_there_is_no_imprint(opened: Callable[[bytes], Any], frame: Frame) -> None:
    document = opened(made(replace(frame, copies=(), printed_by="")))
    assert not list(document.element.body.iter(qn("w:framePr")))
