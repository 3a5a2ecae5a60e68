"""Tables: the head again on every page, rows whole, wide ones on lying pages."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from guantong.documents.content import Column, Frame, Para, Table
from guantong.documents.kinds.notice import Notice, notice

PLAIN = Frame(issuer="县人大办", day=date(2026, 6, 4))


def table(mm: float, rows: int = 3) -> Table:
    return Table((Column("序号", 16, centred=True), Column("问题", mm - 16)), (("1", "漏水"),) * rows)


@pytest.fixture
def made(opened: Callable[[bytes], Any]) -> Callable[..., Any]:
    return lambda *blocks: opened(notice(Notice(frame=PLAIN, title="通知", blocks=blocks)))


def test_the_head_is_repeated_and_no_row_is_torn(made: Callable[..., Any]) -> None:
    head, *rows = made(table(156)).tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(rows) == 3
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in rows)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))


@pytest.mark.parametrize("text", ["漏" * 2000, "漏\n" * 40])
def test_a_row_higher_than_a_page_may_break(made: Callable[..., Any], text: str) -> None:
    shown = Table((Column("序号", 16), Column("问题", 140)), (("1", text), ("2", "漏" * 100)))
    head, high, low = made(shown).tables[0].rows
    assert [row._tr.trPr.find(qn("w:cantSplit")) is None for row in (head, high, low)] == [False, True, False]


def test_faces_of_head_and_cells(made: Callable[..., Any]) -> None:
    head, row, *_ = made(table(156)).tables[0].rows
    runs = [cells.cells[1].paragraphs[0].runs[0] for cells in (head, row)]
    assert [(r._element.rPr.rFonts.get(qn("w:eastAsia")), r.font.size.pt) for r in runs] == [
        ("黑体", 12),
        ("仿宋_GB2312", 12),
    ]


def test_a_narrow_table_stays_on_the_upright_page(made: Callable[..., Any]) -> None:
    document = made(Para("前"), table(156), Para("后"))
    assert len(document.sections) == 1
    assert abs(sum(c.width for c in document.tables[0].columns) - Mm(156)) < Mm(0.5)


def test_a_wide_one_lies_and_the_text_after_it_stands_again(made: Callable[..., Any]) -> None:
    document = made(Para("前"), table(225), Para("后"))
    pages = document.sections
    assert [section.page_width > section.page_height for section in pages] == [False, True, False]
    lying = pages[1]
    assert abs(lying.page_width - lying.left_margin - lying.right_margin - Mm(225)) < Mm(0.1)
    assert abs(sum(c.width for c in document.tables[0].columns) - Mm(225)) < Mm(0.5)
    assert all(section.footer.paragraphs[0].text == "— 1 —" for section in pages)


def test_one_too_wide_for_any_page_is_squeezed(made: Callable[..., Any]) -> None:
    widths = [c.width for c in made(table(450)).tables[0].columns]
    assert abs(sum(widths) - Mm(225)) < Mm(0.5)
    assert abs(widths[0] - Mm(8)) < Mm(0.5)


@pytest.mark.parametrize("rows", [(("1", "2"),), ((),)])
def test_rows_and_columns_agree(rows: Any) -> None:
    with pytest.raises(ValueError, match="one text for each column"):
        Table((Column("序号", 10),), rows)
    with pytest.raises(ValueError, match="one text for each column"):
        Table((), ())
