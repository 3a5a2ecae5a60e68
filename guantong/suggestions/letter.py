"""The reply letter 答复函 in the layout of GB/T 9704-2012, in Chinese whatever language its reader chose."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guantong.base.now import local_day
from guantong.suggestions.models import Suggestion
from guantong.suggestions.selectors import reply_letter

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGE = (Mm(210), Mm(297))
TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
LINE = Pt(28.95)
"""Twenty-two lines on the page: 225 mm of type area."""

BODY_SIZE, TITLE_SIZE = Pt(16), Pt(22)
"""三号 and 二号."""

BODY_FACE, TITLE_FACE, LATIN_FACE = "仿宋_GB2312", "方正小标宋简体", "Times New Roman"
"""The faces that the standard names; an office has them, and without them its program takes what is near."""


def letter_of(suggestion: Suggestion) -> bytes:
    """The letter with which a unit answers a suggestion, as .docx. The suggestion must have a reply."""
    document = Document()
    _set_up(document)
    day = local_day(suggestion.replied_at) if suggestion.replied_at else local_day(suggestion.opened_at)
    _head(document, suggestion, day)
    title = f"关于对{suggestion.number or ''}建议的答复"
    _line(document, title, size=TITLE_SIZE, face=TITLE_FACE, align=WD_ALIGN_PARAGRAPH.CENTER)
    _line(document, "")
    _line(document, _addressed(suggestion))
    _line(document, _opening(suggestion), indent=2)
    for paragraph in filter(None, map(str.strip, suggestion.reply.splitlines())):
        _line(document, paragraph, indent=2)
    if suggestion.promise:
        _line(document, _promised(suggestion), indent=2)
    _line(document, "感谢您对我们工作的关心和支持，请继续监督。", indent=2)
    _signed(document, suggestion, day)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = PAGE
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = TOP, BOTTOM, LEFT, RIGHT


def _head(document: Any, suggestion: Suggestion, day: date) -> None:
    letter = reply_letter(suggestion.reply_category, region_code=suggestion.region_id, on=day)
    _line(document, f"答复类别：{letter}", align=WD_ALIGN_PARAGRAPH.RIGHT)
    if suggestion.reply_number:
        _line(document, suggestion.reply_number, align=WD_ALIGN_PARAGRAPH.CENTER)
    _line(document, "")


def _addressed(suggestion: Suggestion) -> str:
    signed = suggestion.signatures.filter(signed_at__isnull=False).values_list("deputy__name", flat=True)
    names = "、".join([suggestion.lead.name, *signed])
    return f"{names}代表："


def _opening(suggestion: Suggestion) -> str:
    return f"您提出的“{suggestion.title}”（{suggestion.number or ''}）收悉。经研究办理，现答复如下："


def _promised(suggestion: Suggestion) -> str:
    return f"我单位承诺：{suggestion.promise.rstrip('。')}，于{_chinese_day(suggestion.promised_by)}前完成。"


def _chinese_day(day: date | None) -> str:
    """A date as documents write it, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _signed(document: Any, suggestion: Suggestion, day: date) -> None:
    """Issuer and date without a seal drawn: the date stands four characters from the right, the issuer over it."""
    _line(document, "")
    issuer = suggestion.replied_for.name if suggestion.replied_for else ""
    for text, indent in ((issuer, 2), (_chinese_day(day), 4)):
        paragraph = _line(document, text, align=WD_ALIGN_PARAGRAPH.RIGHT)
        paragraph.paragraph_format.right_indent = BODY_SIZE * indent


def _line(
    document: Any, text: str, *, size: Pt = BODY_SIZE, face: str = BODY_FACE, align: Any = None, indent: int = 0
) -> Any:
    """One paragraph on the grid of the page; `indent` is the first line's, in characters."""
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    shape.space_before = shape.space_after = Pt(0)
    shape.first_line_indent = size * indent
    if align is not None:
        paragraph.alignment = align
    run = paragraph.add_run(text)
    run.font.size, run.font.name = size, LATIN_FACE
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    return paragraph
