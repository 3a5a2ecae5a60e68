"""Page, grid and the faces that hold for the whole document; portrait and landscape sections."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from guantong.documents import measures as m
from guantong.documents.lines import DOTS, line

PAGE_NUMBER_HALF = 2.5
"""Millimetres from the middle of a line of the page number, where its stroke is, to its edge."""


def set_up(document: Any, *, lying: bool = False) -> None:
    """The first section, the body's face and size, and the settings by which the grid is kept."""
    (landscape if lying else portrait)(document.sections[0])
    _defaults(document)
    _settings(document.settings.element)


def portrait(section: Any) -> None:
    """An upright page: type area 156 × 225 mm, 22 lines of 28 characters."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(m.PAGE_WIDTH), Mm(m.PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(m.TOP), Mm(m.BOTTOM)
    section.left_margin, section.right_margin = Mm(m.LEFT), Mm(m.RIGHT)
    _feet(section, m.BOTTOM)
    _grid(section)


def landscape(section: Any) -> None:
    """A lying page: the head of a table towards the binding, type area 225 × 156 mm."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(m.PAGE_HEIGHT), Mm(m.PAGE_WIDTH)
    section.top_margin, section.bottom_margin = Mm(m.LEFT), Mm(m.RIGHT)
    section.left_margin, section.right_margin = Mm(m.BOTTOM), Mm(m.TOP)
    _feet(section, m.RIGHT)
    _grid(section)


def turn(document: Any, *, lying: bool) -> bool:
    """Begin a new page in a section of the other orientation, if the page lies otherwise; whether it did."""
    if (document.sections[-1].orientation == WD_ORIENT.LANDSCAPE) == lying:
        return False
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The break stands in a paragraph of its own: as low as can be, lest it begin a page.
    line(document, spacing=1, paragraph=document.paragraphs[-1])
    section.different_first_page_header_footer = False
    (landscape if lying else portrait)(section)
    return True


def _feet(section: Any, bottom: float) -> None:
    section.header_distance = Mm(15)
    section.footer_distance = Mm(bottom - m.PAGE_NUMBER_BELOW - PAGE_NUMBER_HALF)


def _grid(section: Any) -> None:
    properties = section._sectPr
    grid = properties.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        properties.append(grid)
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(m.GRID_LINE))
    grid.set(qn("w:charSpace"), str(m.GRID_CHARACTER))


def _defaults(document: Any) -> None:
    """The grid counts from the size of the style Normal; theme faces would win over named ones."""
    fonts = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(m.BODY), m.LATIN
    for holder in (fonts, normal.element.get_or_add_rPr().get_or_add_rFonts()):
        for name, face in (("ascii", m.LATIN), ("hAnsi", m.LATIN), ("cs", m.LATIN), ("eastAsia", m.FANG_SONG)):
            holder.set(qn(f"w:{name}"), face)
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    shape = normal.paragraph_format
    shape.space_after, shape.line_spacing, shape.widow_control = Pt(0), Pt(m.LINE), False
    _keep_the_grid_by_measures(normal.element)


def _keep_the_grid_by_measures(style: Any) -> None:
    """Exact lines and closer signs make 22 × 28; snapping to the declared grid would spread whatever is not 三号.

    Gaps between Latin and Chinese signs would push the twenty-eighth character off the line.
    """
    for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        style.pPr.insert_element_before(_off(name), "w:spacing", "w:ind")
    closer = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(round(m.CLOSER * DOTS)))
    style.rPr.insert_element_before(closer, "w:kern", "w:sz", "w:szCs", "w:lang")
    style.rPr.insert_element_before(_off("snapToGrid"), "w:spacing", "w:kern", "w:sz")


def _off(name: str) -> Any:
    switch = OxmlElement(f"w:{name}")
    switch.set(qn("w:val"), "0")
    return switch


def _settings(settings: Any) -> None:
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    settings.find(qn("w:defaultTabStop")).set(qn("w:val"), str(round(m.CHARACTER * 2 * DOTS)))
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
