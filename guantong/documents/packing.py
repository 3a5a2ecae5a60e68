"""A document as bytes: the same input gives the same bytes, so that a digest of it can be kept."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap

from guantong.documents import measures as m
from guantong.documents.content import Fingerprint
from guantong.documents.plain import one_line

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
MATTER, VERSION, DIGEST = "GuantongMatter", "GuantongVersion", "GuantongEntryDigest"
"""The custom properties that say from which version of which record a document was made."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name: its moments say nothing here."""

W = nsmap["w"]
PROPERTIES = RT.CUSTOM_PROPERTIES.replace("relationships/", "")
VT = PROPERTIES.replace("custom-properties", "docPropsVTypes")
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format's own id of custom properties."""

STAND_INS = ((m.FANG_SONG, "仿宋"), (m.KAI, "楷体"), (m.TITLE_SONG, "宋体"), (m.HEI, "SimHei"), (m.SONG, "SimSun"))
"""The face to take where the named one is not installed."""


def packed(document: Any, *, title: str, author: str, day: date, fingerprint: Fingerprint | None = None) -> bytes:
    """The .docx, with fixed properties and moments."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by = one_line(title)[:255], one_line(author)[:255], ""
    core.comments, core.language, core.revision = "", "zh-CN", 1
    core.created = core.modified = datetime(day.year, day.month, day.day)
    package = document.part.package
    _drop_preview(package)
    _name_stand_ins(package)
    if fingerprint:
        part = Part(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, _custom(fingerprint), package)
        package.relate_to(part, RT.CUSTOM_PROPERTIES)
    out = io.BytesIO()
    document.save(out)
    return _with_fixed_moments(out)


def _with_fixed_moments(archive: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return out.getvalue()


def _drop_preview(package: Any) -> None:
    """The picture of the library's empty page."""
    for key in [key for key, tie in package.rels.items() if tie.reltype == RT.THUMBNAIL]:
        del package.rels[key]


def _name_stand_ins(package: Any) -> None:
    rows = "".join(f"<w:font w:name={quoteattr(a)}><w:altName w:val={quoteattr(b)}/></w:font>" for a, b in STAND_INS)
    for part in package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = _xml(f'<w:fonts xmlns:w="{W}">{rows}</w:fonts>')


def _custom(made_from: Fingerprint) -> bytes:
    values = (
        (MATTER, "lpwstr", made_from.matter),
        (VERSION, "i4", str(made_from.version)),
        (DIGEST, "lpwstr", made_from.digest),
    )
    rows = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{count}" name="{name}"><vt:{kind}>{escape(one_line(value))}</vt:{kind}>'
        "</property>"
        for count, (name, kind, value) in enumerate(values, 2)
    )
    return _xml(f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VT}">{rows}</Properties>')


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()
