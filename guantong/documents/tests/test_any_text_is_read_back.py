"""Whatever is typed, the file is valid and the same text is read from it."""

import io
from datetime import date

from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guantong.documents.content import Column, Form, Frame, Para, Table
from guantong.documents.kinds.notice import Notice, notice
from guantong.documents.plain import lines_of, one_line, width, writable
from guantong.documents.typed import heading_and_rest

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
DAY = date(2026, 6, 4)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING, ANYTHING)
@example("一、\x00\x0b\x1f<w:p>&amp;]]>", "\ud800\ufffe 👨‍👩‍👧‍👦𠮷", "a\r\nb\rc\td")
@example("长" * 20_000, " 前后空白 ", "﻿\u202e右到左")
def test_body_cells_and_frame_hold_any_text(body: str, cell: str, name: str) -> None:
    frame = Frame(
        issuer=name, day=DAY, form=Form.RED_HEAD, number=name, signers=(name,), to=(name,), note=name, secrecy=name,
        copies=(name,), printed_by=name, mark=name or "县",
    )  # fmt: skip
    blocks = (Para(body), Table((Column("列", 50),), ((cell,),)))
    document = Document(io.BytesIO(notice(Notice(frame=frame, title=name, blocks=blocks))))
    texts = [p.text for p in document.paragraphs]
    assert writable(body) in texts
    assert document.tables[0].rows[1].cells[0].text == writable(cell)
    assert one_line(name) in texts


@given(ANYTHING)
def test_what_is_left_out_is_only_what_cannot_be_kept(text: str) -> None:
    kept = writable(text)
    assert writable(kept) == kept
    assert "".join(lines_of(text)) == "".join(line.strip() for line in kept.split("\n"))
    level, head, rest = heading_and_rest(kept)
    assert head + rest == kept
    assert 0 <= level <= 4
    assert 0 <= width(kept) <= len(kept)


def test_ordinary_text_is_kept_to_the_sign() -> None:
    text = "第1行：“引号”〔2026〕—— é ñ 👍\n第2行\t制表"
    assert writable(text) == text
