"""Office programs refuse files whose properties stand in another order than the format's (ISO/IEC 29500-1, A)."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from guantong.documents.content import Annex, Column, Form, Frame, Heading, Para, Table
from guantong.documents.kinds.notice import Notice, notice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
}


def misplaced(xml: bytes) -> Iterator[str]:
    for name, order in ORDER.items():
        places = {child: place for place, child in enumerate(order.split())}
        for holder in etree.fromstring(xml).iter(W + name):
            # References to headers and footers come first, in any order among themselves.
            names = [child.tag.removeprefix(W) for child in holder if not child.tag.endswith("Reference")]
            found = [places[child] for child in names]
            if found != sorted(found):
                yield f"{name}: {names}"


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("signers", [(), ("韦小兰", "李春生")])
def test_no_property_is_misplaced(frame: Frame, form: Form, signers: tuple[str, ...]) -> None:
    wide = Table((Column("问题", 200),), (("漏水",),))
    content = Notice(
        frame=replace(frame, form=form, signers=signers),
        title="通知",
        blocks=(Heading(1, "题"), Para("一、题。正文"), wide, Para("正文")),
        annexes=(Annex("名单", (wide,)), Annex("日程", (Para("正文"),))),
    )
    with zipfile.ZipFile(io.BytesIO(notice(content))) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        assert {"word/document.xml", "word/styles.xml", "word/footer1.xml"} <= set(parts)
        assert [found for part in parts for found in misplaced(archive.read(part))] == []
