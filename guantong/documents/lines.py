"""One paragraph on the grid: runs, alignment, indents, borders."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from guantong.documents.measures import BODY, CHARACTER, LINE, PLAIN, Look
from guantong.documents.plain import writable

CENTER, RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
DOTS = 20
"""Twentieths of a point, in which lengths are written."""


def line(
    container: Any,
    text: str = "",
    look: Look = PLAIN,
    *,
    align: Any = None,
    first: float = 0,
    left: float = 0,
    right: float = 0,
    spacing: float = LINE,
    paragraph: Any = None,
) -> Any:
    """A paragraph in a document, cell, header or footer; `first`, `left` and `right` are indents in characters.

    `first` counts from `left`, as a hanging indent when negative; `spacing` is the line's height in points.
    """
    made = container.add_paragraph() if paragraph is None else paragraph
    shape = made.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(spacing)
    shape.space_before = shape.space_after = Pt(0)
    shape.first_line_indent = Pt(CHARACTER * first)
    if left:
        shape.left_indent = Pt(CHARACTER * left)
    if right:
        shape.right_indent = Pt(CHARACTER * right)
    if align is not None:
        made.alignment = align
    run(made, text, look)
    return made


def run(paragraph: Any, text: str, look: Look = PLAIN) -> Any:
    """A run of signs that look alike; line ends in the text are line breaks."""
    made = paragraph.add_run(writable(text))
    made.font.size, made.font.name = Pt(look.size), look.latin
    made._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), look.face)
    if look.size != BODY:
        # Only the body stands closer.
        apart = OxmlElement("w:spacing")
        apart.set(qn("w:val"), "0")
        made._element.rPr.insert_element_before(apart, "w:kern", "w:sz", "w:szCs")
    if look.color:
        made.font.color.rgb = RGBColor.from_string(look.color)
    return made


def blank(container: Any, count: int = 1) -> Any:
    """Empty lines of the grid; the last one comes back."""
    made = None
    for _ in range(count):
        made = line(container)
    return made


def border(paragraph: Any, side: str, *, kind: str = "single", eighths: int = 8, space: float = 1, color: str) -> None:
    """A line along a side ("top" or "bottom") of a paragraph: eighths of a point thick, `space` points away."""
    properties = paragraph._p.get_or_add_pPr()
    found = properties.find(qn("w:pBdr"))
    if found is None:
        found = OxmlElement("w:pBdr")
        properties.insert_element_before(
            found, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"
        )
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", eighths), ("space", round(space)), ("color", color)):
        edge.set(qn(f"w:{name}"), str(value))
    found.append(edge)
