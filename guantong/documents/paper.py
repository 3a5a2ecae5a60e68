"""`Paper`: an official document under way, part by part from head to 版记."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from docx import Document

from guantong.documents import body, closing
from guantong.documents.content import Annex, Block, Fingerprint, Frame, Heading, Table
from guantong.documents.heads import head
from guantong.documents.imprint import imprint
from guantong.documents.lines import line
from guantong.documents.measures import LABEL, PLAIN, Look
from guantong.documents.packing import packed
from guantong.documents.page import set_up, turn
from guantong.documents.page_numbers import number_pages
from guantong.documents.tables import is_wide, table


class Paper:
    """The parts are put on paper in the order in which they are called; `bytes` gives the file."""

    def __init__(self, *, lying: bool = False) -> None:
        self._document: Any = Document()
        self._title, self._lying = "", lying
        set_up(self._document, lying=lying)
        number_pages(self._document)

    def head(self, frame: Frame) -> None:
        """版头."""
        head(self._document, frame)

    def line(self, text: str, look: Look = PLAIN, *, align: Any = None, first: float = 0) -> None:
        """A line that no other part is for."""
        line(self._document, text, look, align=align, first=first)

    def title(self, text: str, under: Sequence[str] = ()) -> None:
        """The title, with lines under it, such as the meeting."""
        self._title = self._title or text
        body.title(self._document, text, under)

    def to(self, names: Sequence[str]) -> None:
        """主送机关; nothing where there is none."""
        if names:
            body.to(self._document, names)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Headings, paragraphs and tables; a wide table stands on landscape pages."""
        counter = body.Counter()
        for block in blocks:
            turn(self._document, lying=self._lying or _is_wide(block))
            if isinstance(block, Table):
                table(self._document, block)
            elif isinstance(block, Heading):
                body.heading(self._document, block, counter)
            else:
                body.paragraph(self._document, block)

    def closing(self, frame: Frame, annexes: Sequence[Annex] = ()) -> None:
        """附件说明, signature, date, 附注 and the small line that names the record."""
        turn(self._document, lying=self._lying)
        if annexes:
            closing.annexes_note(self._document, [annex.name for annex in annexes])
        self.signature(frame.issuer, frame.day, sealed=frame.sealed)
        if frame.note:
            closing.note(self._document, frame.note)
        if frame.fingerprint:
            self.made_from(frame.fingerprint)

    def signature(self, issuer: str, day: date, *, sealed: bool = True) -> None:
        """署名 and 成文日期."""
        closing.signature(self._document, issuer, day, sealed=sealed)

    def made_from(self, fingerprint: Fingerprint) -> None:
        """The small line that names the record's version."""
        closing.made_from(self._document, fingerprint)

    def annexes(self, annexes: Sequence[Annex]) -> None:
        """Each 附件 on pages of its own, numbered when there are several."""
        for count, annex in enumerate(annexes, 1):
            turned = turn(self._document, lying=any(map(_is_wide, annex.blocks[:1])))
            label = line(self._document, f"附件{count}" if len(annexes) > 1 else "附件", LABEL)
            label.paragraph_format.page_break_before = not turned
            line(self._document)
            self.title(annex.name)
            self.blocks(annex.blocks)

    def imprint(self, frame: Frame) -> None:
        """版记, at the foot of the last page."""
        imprint(self._document, frame)

    def bytes(self, *, author: str, day: date, fingerprint: Fingerprint | None = None) -> bytes:
        """The .docx; its moments are the document's day, so that the same parts give the same bytes."""
        return packed(self._document, title=self._title, author=author, day=day, fingerprint=fingerprint)


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and is_wide(block)
