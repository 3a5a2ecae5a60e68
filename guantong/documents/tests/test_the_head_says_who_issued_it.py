"""版头: a red head, an upward document with its signers, a letter, and none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from guantong.documents.content import Form, Frame, Para
from guantong.documents.heads import mark_size
from guantong.documents.kinds.notice import Notice, notice


def made(frame: Frame) -> bytes:
    return notice(Notice(frame=frame, title="关于视察的通知", blocks=(Para("正文"),)))


def edges(paragraph: Any) -> list[tuple[str, str]]:
    return [(e.get(qn("w:val")), e.get(qn("w:color"))) for e in paragraph._p.iter(qn("w:bottom"))]


def test_a_red_head_has_its_parts_in_order(opened: Callable[[bytes], Any], frame: Frame) -> None:
    rows = opened(made(frame)).paragraphs
    assert [row.text for row in rows[:10]] == [
        "000012", "机密★1年", "特急", "乐业县人民代表大会常务委员会文件", "", "", "乐人常发〔2026〕3号",
        "", "", "关于视察的通知",
    ]  # fmt: skip
    faces = [row.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) for row in rows[:4]]
    assert faces == ["仿宋_GB2312", "黑体", "黑体", "方正小标宋简体"]
    assert rows[3].runs[0].font.color.rgb == RGBColor(0xFF, 0, 0)
    assert edges(rows[6]) == [("single", "FF0000")]


def test_the_mark_stands_35_mm_down_whatever_stands_over_it(opened: Callable[[bytes], Any], frame: Frame) -> None:
    for bare, over in ((frame, 3), (replace(frame, urgency=""), 2), (replace(frame, copy_number="", secrecy=""), 1)):
        mark = opened(made(bare)).paragraphs[over]
        shape = mark.paragraph_format
        top = over * 28.95 + shape.space_before.pt + (shape.line_spacing.pt - mark.runs[0].font.size.pt) / 2
        assert abs(top - Mm(35).pt) < 1


def test_a_mark_is_as_large_as_one_line_allows() -> None:
    assert mark_size("县人大") == 48
    assert 15 * mark_size("乐业县人民代表大会常务委员文件") <= Mm(156).pt
    assert mark_size("乐" * 40) == 22


def test_an_upward_document_names_its_signers_two_in_a_row(opened: Callable[[bytes], Any], frame: Frame) -> None:
    upward = replace(frame, copy_number="", secrecy="", urgency="", signers=("韦小兰", "李春生", "黄大山"))
    rows = opened(made(upward)).paragraphs
    assert [row.text for row in rows[3:5]] == ["\t签发人：韦小兰\t李春生", "乐人常发〔2026〕3号\t\t黄大山"]
    assert rows[4].runs[-1]._element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    assert (edges(rows[3]), edges(rows[4])) == ([], [("single", "FF0000")])


def test_a_letter_has_double_lines_and_no_number_on_its_first_page(
    opened: Callable[[bytes], Any], frame: Frame
) -> None:
    document = opened(made(replace(frame, form=Form.LETTER, mark="乐业县水利局")))
    section = document.sections[0]
    (head,), (foot,) = section.first_page_header.paragraphs, section.first_page_footer.paragraphs
    assert section.different_first_page_header_footer
    assert (head.text, foot.text) == ("乐业县水利局", "")
    assert (edges(head), edges(foot)) == ([("thickThinSmallGap", "FF0000")], [("thinThickSmallGap", "FF0000")])
    wide = Mm(156).pt - head.paragraph_format.left_indent.pt - head.paragraph_format.right_indent.pt
    assert abs(wide - Mm(170).pt) < 1
    assert document.paragraphs[0].text == "乐人常发〔2026〕3号"
    assert not list(foot._p.iter(qn("w:instrText")))
    assert section.footer.paragraphs[0].text == "— 1 —"


def test_without_a_head_the_title_comes_first(opened: Callable[[bytes], Any], frame: Frame) -> None:
    bare = replace(frame, form=Form.PLAIN, number="")
    assert opened(made(bare)).paragraphs[0].text == "关于视察的通知"
