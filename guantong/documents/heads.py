"""版头: what stands over the title of a 红头文件 and of a letter in 信函格式."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from guantong.documents import measures as m
from guantong.documents.content import Form, Frame
from guantong.documents.lines import CENTER, RIGHT, blank, border, line, run
from guantong.documents.plain import one_line, width

LARGEST, SMALLEST = 48.0, 22.0
"""Points of a 发文机关标志: below 22 mm, and as large as its line allows."""

MARK_LINE = 1.2
"""Height of a mark's line in its size."""

SIGNERS_FROM, SIGNERS_IN = 16, 4
"""Characters from the left to 签发人：, thence to the first name: two names of three signs end one from the right."""

RULE_SIDE = (m.TYPE_WIDTH - m.LETTER_RULE_WIDTH) / 2 / 25.4 * 72 / m.CHARACTER
"""How far a letter's lines stick out on each side, in characters (below nought)."""


def head(document: Any, frame: Frame) -> None:
    """The head that the form calls for. A plain document has only its number, centred, if it has one."""
    if frame.form is Form.RED_HEAD:
        _red_head(document, frame)
    elif frame.form is Form.LETTER:
        _letter_head(document, frame)
    elif frame.number:
        line(document, one_line(frame.number), align=CENTER)


def mark_of(frame: Frame) -> str:
    """The 发文机关标志: a letter bears the office's name alone."""
    return one_line(frame.mark or (frame.issuer + ("文件" if frame.form is Form.RED_HEAD else "")))


def mark_size(mark: str) -> float:
    """Points in which a mark fills at most one line of the type area."""
    room = m.TYPE_WIDTH * m.POINTS_PER_MM / max(width(mark), 1)
    return min(LARGEST, max(SMALLEST, int(room * 2) / 2))


def _red_head(document: Any, frame: Frame) -> None:
    above = [one_line(text) for text in (frame.copy_number, frame.secrecy, frame.urgency) if text]
    for text, look in zip(above, _looks_above(frame), strict=True):
        line(document, text, look)
    mark = mark_of(frame)
    size = mark_size(mark)
    shown = line(document, mark, _mark_look(size), align=CENTER, spacing=size * MARK_LINE)
    slack = size * (MARK_LINE - 1) / 2
    shown.paragraph_format.space_before = Pt(
        max(0, m.MARK_TOP * m.POINTS_PER_MM - len(above) * m.LINE - slack),
    )
    blank(document, 2)
    number = one_line(frame.number)
    numbered = _signed_number(document, frame) if frame.signers else line(document, number, align=CENTER)
    below = m.RED_LINE_BELOW * m.POINTS_PER_MM - (m.LINE - m.BODY) / 2
    border(numbered, "bottom", eighths=12, space=below, color=m.RED)
    blank(document, 2)


def _looks_above(frame: Frame) -> list[m.Look]:
    """份号 in figures, 密级 and 紧急程度 in 黑体."""
    return [m.PLAIN] * bool(frame.copy_number) + [m.LABEL] * (bool(frame.secrecy) + bool(frame.urgency))


def _signed_number(document: Any, frame: Frame) -> Any:
    """上行文: the number one character from the left, in the row of the last 签发人; two names a row."""
    names = [one_line(name) for name in frame.signers]
    rows = [names[at : at + 2] for at in range(0, len(names), 2)]
    made = None
    for at, row in enumerate(rows):
        made = line(document, one_line(frame.number) if at == len(rows) - 1 else "", first=1)
        for stop in (SIGNERS_FROM, SIGNERS_FROM + SIGNERS_IN, SIGNERS_FROM + 2 * SIGNERS_IN):
            made.paragraph_format.tab_stops.add_tab_stop(Pt(m.CHARACTER * stop), WD_TAB_ALIGNMENT.LEFT)
        run(made, "\t签发人：" if at == 0 else "\t")
        for place, name in enumerate(row):
            run(made, "" if at == 0 and place == 0 else "\t")
            run(made, name, m.Look(m.KAI))
    return made


def _letter_head(document: Any, frame: Frame) -> None:
    """The mark and both double lines stand in header and footer of the first page, which bears no number."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    mark = mark_of(frame)
    size = mark_size(mark)
    top = section.first_page_header
    top.is_linked_to_previous = False
    section.header_distance = Mm(m.LETTER_MARK_TOP) - Pt(size * (MARK_LINE - 1) / 2)
    shown = line(
        top, mark, _mark_look(size), align=CENTER, left=RULE_SIDE, right=RULE_SIDE, spacing=size * MARK_LINE,
        paragraph=top.paragraphs[0],
    )  # fmt: skip
    below = m.RED_LINE_BELOW * m.POINTS_PER_MM - size * (MARK_LINE - 1) / 2
    border(shown, "bottom", kind="thickThinSmallGap", eighths=24, space=below, color=m.RED)
    foot = section.first_page_footer
    foot.is_linked_to_previous = False
    rule = line(foot, left=RULE_SIDE, right=RULE_SIDE, spacing=m.SIZE_SMALL_5, paragraph=foot.paragraphs[0])
    border(rule, "bottom", kind="thinThickSmallGap", eighths=24, space=0, color=m.RED)
    for numbered in (section.footer, section.even_page_footer):
        numbered.paragraphs[0].paragraph_format.space_after = section.footer_distance - Mm(m.LETTER_RULE_FOOT)
    section.footer_distance = Mm(m.LETTER_RULE_FOOT)
    _letter_number(document, frame)


def _letter_number(document: Any, frame: Frame) -> None:
    """份号, 密级 and 紧急程度 on the left, the number on the right of the first line."""
    above = [one_line(text) for text in (frame.copy_number, frame.secrecy, frame.urgency) if text]
    line(document, one_line(frame.number), align=RIGHT)
    for text, look in zip(above, _looks_above(frame), strict=True):
        line(document, text, look)
    blank(document, 2)


def _mark_look(size: float) -> m.Look:
    return m.Look(m.TITLE_SONG, size, latin=m.TITLE_SONG, color=m.RED)
