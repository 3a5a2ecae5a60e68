"""版记: at the foot of the last page, 抄送 over 印发机关 and 印发日期 between lines."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from guantong.documents import measures as m
from guantong.documents.content import Form, Frame
from guantong.documents.lines import DOTS, line, run
from guantong.documents.page import turn
from guantong.documents.plain import one_line
from guantong.documents.wording import written_day

THICK, THIN = 1.0, 0.7
"""0.35 mm and 0.25 mm, in points."""

WIDE = m.TYPE_WIDTH * m.POINTS_PER_MM
ONE = m.SIZE_4 / m.CHARACTER
"""A character of 四号, in those of the grid."""

COPIES_LEAD = "抄送："
BEFORE_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def imprint(document: Any, frame: Frame) -> None:
    """The 版记, when there is anything to stand in it. A letter's has neither printer nor lines."""
    lined = frame.form is not Form.LETTER
    printer = one_line(frame.printed_by) if lined else ""
    if not (frame.copies or printer):
        return
    turn(document, lying=False)
    rows: list[Any] = [_rule(document, THICK)] if lined else []
    if frame.copies:
        rows.append(_copies(document, frame))
    if frame.copies and printer:
        rows.append(_rule(document, THIN))
    if printer:
        rows.append(_printer(document, printer, written_day(frame.printed_on or frame.day) + "印发"))
    if lined:
        rows.append(_rule(document, THICK))
    for row in rows:
        _at_the_foot(row)
    # A frame hangs on the paragraph after it.
    line(document, spacing=1)


def _rule(document: Any, thick: float) -> Any:
    """A line as wide as the type area: a low paragraph, shaded, because LibreOffice does not frame bordered ones."""
    made = line(document, spacing=thick)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "000000")):
        shade.set(qn(f"w:{name}"), value)
    made._p.get_or_add_pPr().insert_element_before(shade, *BEFORE_FRAME[4:])
    return made


def _copies(document: Any, frame: Frame) -> Any:
    lead = len(COPIES_LEAD) * ONE
    text = COPIES_LEAD + "，".join(map(one_line, frame.copies)) + "。"
    return line(document, text, m.IMPRINT, left=ONE + lead, first=-lead, right=ONE)


def _printer(document: Any, printer: str, when: str) -> Any:
    made = line(document, printer, m.IMPRINT, left=ONE, right=ONE)
    made.paragraph_format.tab_stops.add_tab_stop(Pt(WIDE - m.SIZE_4), WD_TAB_ALIGNMENT.RIGHT)
    run(made, f"\t{when}", m.IMPRINT)
    return made


def _at_the_foot(paragraph: Any) -> None:
    """The paragraph stands in a frame at the lower edge of the type area; those with like frames share one."""
    place = OxmlElement("w:framePr")
    for name, value in (
        ("w", str(round(WIDE * DOTS))), ("wrap", "around"), ("vAnchor", "margin"), ("hAnchor", "margin"),
        ("xAlign", "center"), ("yAlign", "bottom"),
    ):  # fmt: skip
        place.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().insert_element_before(place, *BEFORE_FRAME)
