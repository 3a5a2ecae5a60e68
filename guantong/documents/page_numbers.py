"""Page numbers — 1 — in 四号 half-width 宋体: odd pages right, even pages left, one character in."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from guantong.documents.lines import RIGHT, line, run
from guantong.documents.measures import CHARACTER, PAGE_NUMBER, SIZE_4

ONE_CHARACTER = SIZE_4 / CHARACTER
"""Of the page number's own size, in characters of the grid."""


def number_pages(document: Any) -> None:
    """Put the number at the foot of every page; later sections go on with it."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    _number(section.footer, align=RIGHT, right=ONE_CHARACTER)
    _number(section.even_page_footer, left=ONE_CHARACTER)


def _number(footer: Any, **shape: Any) -> None:
    footer.is_linked_to_previous = False
    paragraph = line(footer, "— ", PAGE_NUMBER, paragraph=footer.paragraphs[0], spacing=SIZE_4, **shape)
    _field(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = " PAGE "
    run(paragraph, "", PAGE_NUMBER)._r.append(instruction)
    _field(paragraph, "separate")
    run(paragraph, "1", PAGE_NUMBER)
    _field(paragraph, "end")
    run(paragraph, " —", PAGE_NUMBER)


def _field(paragraph: Any, kind: str) -> None:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    run(paragraph, "", PAGE_NUMBER)._r.append(sign)
