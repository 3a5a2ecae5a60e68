"""The text of an uploaded file, read within bounds: nothing that it unpacks to can exhaust the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _

from guantong.base.refusals import Refusal

LARGEST_FILE = 1024 * 1024
"""Bytes of an upload."""

LARGEST_UNPACKED = 8 * 1024 * 1024
"""Bytes of all parts of a .docx together; a report without pictures has less than 1 MB."""

MOST_PARTS = 500


class Unreadable(Refusal):
    """The file cannot be read; the sentence says why and what to do."""


def text_of(name: str, data: bytes) -> str:
    """The text of a .txt or .docx file. Raises Unreadable."""
    if not data:
        raise Unreadable(_("文件是空的。"))
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "txt":
        return _plain(data)
    if ending == "docx":
        return _word(data)
    if ending == "doc":
        raise Unreadable(_("旧版 Word 文件（.doc）读不了，请另存为 .docx 后再上传。"))
    raise Unreadable(_("只能读 .docx 和 .txt 文件。"))


def _plain(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Unreadable(_("文本不是 UTF-8 编码，请另存为 UTF-8，或直接粘贴文字。")) from None


def _word(data: bytes) -> str:
    import docx

    _check_bounds(data)
    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(document))
    except Exception as error:
        # The reader raises whatever its parsers meet in a damaged file: KeyError, ValueError, XMLSyntaxError…
        raise Unreadable(_("这不是能读的 Word 文件，可能已经损坏，请另存一份后再上传。")) from error


def _check_bounds(data: bytes) -> None:
    """Read every part once, within bounds; the sizes that the file itself states are not believed."""
    left = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise Unreadable(_("Word 文件的内容太多，请直接粘贴文字。"))
            for part in parts:
                with archive.open(part) as stream:
                    left -= len(stream.read(left + 1))
                if left < 0:
                    raise Unreadable(_("Word 文件展开后太大，请直接粘贴文字。"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable(_("这不是能读的 Word 文件，可能已经损坏或加了密码，请另存一份后再上传。")) from error


def _lines(document: object) -> Iterator[str]:
    from docx.document import Document
    from docx.table import Table

    if not isinstance(document, Document):
        raise TypeError("not a document")
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "，".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        else:
            yield block.text
