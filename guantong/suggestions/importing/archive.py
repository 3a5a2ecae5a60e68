"""Whether an uploaded file is a workbook that can be read safely: its kind, its size, and what it unpacks to."""

from __future__ import annotations

import io
import zipfile

from django.utils.translation import gettext as _

from guantong.base.refusals import Refusal

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes of an upload."""

LARGEST_UNPACKED = 48 * 1024 * 1024
"""Bytes of all parts of a workbook together; 5,000 rows of a county have some 8 MB."""

MOST_PARTS = 500
PIECE = 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an .xls begins, and an .xlsx with a password too."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
"""No part of a workbook has them; whatever does wants to be read as more than it is."""


class Unreadable(Refusal):
    """The file cannot be read; the sentence says why and what to do."""


def check_file(name: str, data: bytes) -> None:
    """Raise Unreadable for anything but an .xlsx within bounds."""
    if not data:
        raise Unreadable(_("文件是空的。"))
    if len(data) > LARGEST_FILE:
        raise Unreadable(_("文件超过 5 MB，请分成几个文件导入。"))
    _check_kind(name, data)
    _check_parts(data)


def _check_kind(name: str, data: bytes) -> None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise Unreadable(_("文件加了密码，请去掉密码另存后再上传。"))
        raise Unreadable(_("旧版 Excel 文件（.xls）读不了，请另存为 .xlsx 后再上传。"))
    if not name.lower().endswith(".xlsx"):
        raise Unreadable(_("只能读 .xlsx 文件，请在 Excel 或 WPS 中另存为 .xlsx 后再上传。"))


def _check_parts(data: bytes) -> None:
    """Read every part once, within bounds; the sizes that the file itself states are not believed."""
    left = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise Unreadable(_("文件的内容太多，请只留下要导入的工作表。"))
            for part in archive.infolist():
                left -= _checked_size(archive, part, left)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise damaged() from error


def _checked_size(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    size, tail = 0, b""
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > left:
                raise Unreadable(_("文件展开后太大，请只留下要导入的工作表，删去图片和多余的格式。"))
            if part.filename.endswith((".xml", ".rels")) and any(word in tail + piece for word in DECLARATIONS):
                raise damaged()
            tail = piece[-32:]
    return size


def damaged() -> Unreadable:
    """What is said of a file that is not what its name says."""
    return Unreadable(_("这不是能读的 Excel 文件，可能已经损坏，请在 Excel 或 WPS 中另存一份后再上传。"))
