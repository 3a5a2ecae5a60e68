"""Page, margins and grid: 22 lines of 28 characters in 156 × 225 mm, as declared and as set."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guantong.documents.content import Frame, Para
from guantong.documents.kinds.notice import Notice, notice

MM = 36000


@pytest.fixture
def document(opened: Callable[[bytes], Any], frame: Frame) -> Any:
    return opened(notice(Notice(frame=frame, title="关于视察的通知", blocks=(Para("请按时参加。" * 40),))))


def test_the_sheet_and_its_margins(document: Any) -> None:
    page = document.sections[0]
    assert (round(page.page_width / MM), round(page.page_height / MM)) == (210, 297)
    assert abs(page.top_margin - Mm(37)) <= Mm(1)
    assert abs(page.left_margin - Mm(28)) <= Mm(1)
    assert abs(page.page_width - page.left_margin - page.right_margin - Mm(156)) < Mm(0.1)
    assert abs(page.page_height - page.top_margin - page.bottom_margin - Mm(225)) < Mm(0.1)


def test_the_declared_grid_has_22_lines_of_28_characters(document: Any) -> None:
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    pitch = int(grid.get(qn("w:linePitch"))) / 20
    advance = document.styles["Normal"].font.size.pt + int(grid.get(qn("w:charSpace"))) / 4096
    assert grid.get(qn("w:type")) == "linesAndChars"
    assert Mm(225) // Pt(pitch) == 22
    assert int(Mm(156).pt / advance) == 28


def test_the_body_keeps_the_grid_without_snapping_to_it(document: Any) -> None:
    """Exact lines and closer signs: what programs that know no grid of characters go by."""
    style = document.styles["Normal"].element
    closer = int(style.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert int(Mm(156).pt / (16 + closer)) == 28
    assert {p.paragraph_format.line_spacing.pt for p in document.paragraphs if "参加" in p.text} == {28.95}
    for part in (style.pPr, style.rPr):
        assert part.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"


def test_no_face_comes_from_a_theme(document: Any) -> None:
    defaults = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert not [name for name in defaults.attrib if "Theme" in name]
    assert defaults.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_numbers_stand_right_on_odd_and_left_on_even_pages(document: Any) -> None:
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, align in ((section.footer, 2), (section.even_page_footer, None)):
        (line,) = footer.paragraphs
        assert (line.text, line.alignment) == ("— 1 —", align)
        assert [field.text for field in line._p.iter(qn("w:instrText"))] == [" PAGE "]
        assert {(r.font.size, r.font.name, r._element.rPr.rFonts.get(qn("w:eastAsia"))) for r in line.runs} == {
            (Pt(14), "宋体", "宋体")
        }
    indents = (section.footer.paragraphs[0].paragraph_format.right_indent.pt,
               section.even_page_footer.paragraphs[0].paragraph_format.left_indent.pt)  # fmt: skip
    assert indents == (14, 14)
