"""What follows the body: 附件说明, signature, 成文日期, 附注."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from guantong.documents import measures as m
from guantong.documents.content import Fingerprint
from guantong.documents.lines import RIGHT, blank, line
from guantong.documents.plain import one_line, width
from guantong.documents.wording import written_day

DATE_IN = 4.0
"""Characters right of the date under a seal."""

NAME_IN = 2.0
"""Characters right of the longer of name and date without a seal."""

KEPT = 10 * m.CHARACTERS
"""Of the last paragraph, at most: some programs move the whole of it to the page of the signature."""

DIGEST_SHOWN = 16
"""Signs of the digest that stand on paper; the whole of it is in the file's properties."""


def annexes_note(document: Any, names: Sequence[str]) -> None:
    """附件：1. 名称, one line below the body, without a stop at the end; a single one bears no number."""
    line(document)
    for count, name in enumerate(map(one_line, names), 1):
        mark = f"{count}. " if len(names) > 1 else ""
        lead = "附件：" if count == 1 else ""
        # A name that needs a second line goes on below its own first character.
        hang = 5 + width(mark) * 2 / 3
        line(document, f"{lead}{mark}{name}", left=hang, first=(2 if lead else 5) - hang)


def signature(document: Any, issuer: str, day: date, *, sealed: bool = True) -> None:
    """Issuer and date, with the end of the text on one page: a page of signatures alone is not allowed.

    Under a seal the date stands four characters in and the name centred over it; without one the longer of the two
    two characters in, and the date begins two characters after the name.
    """
    name, written = one_line(issuer), written_day(day)
    name_in, date_in = indents(width(name), width(written), sealed=sealed)
    if document.paragraphs and width(document.paragraphs[-1].text) <= KEPT:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
    for _ in range(2 if sealed else 1):
        blank(document).paragraph_format.keep_with_next = True
    line(document, name, align=RIGHT, right=name_in).paragraph_format.keep_with_next = True
    line(document, written, align=RIGHT, right=date_in)


def indents(name: float, written: float, *, sealed: bool) -> tuple[float, float]:
    """Characters right of the name and of the date, from how wide both are."""
    if sealed:
        date_in = max(DATE_IN, (name - written) / 2)
        return date_in + (written - name) / 2, date_in
    date_in = max(NAME_IN, name - written)
    return max(NAME_IN, date_in + written + 2 - name), date_in


def note(document: Any, text: str) -> None:
    """附注, in round brackets below the date."""
    line(document, f"（{one_line(text).strip('（）()')}）", first=2)


def made_from(document: Any, fingerprint: Fingerprint) -> None:
    """Small: from which version of the record the document was made."""
    digest = fingerprint.digest[:DIGEST_SHOWN]
    words = f"（据事项 {fingerprint.matter} 第{fingerprint.version}版生成，台账校验码 {digest}）"
    line(document, one_line(words), m.SMALL, left=2, spacing=m.SIZE_SMALL_5 * 1.5)
