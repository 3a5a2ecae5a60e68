"""通知."""

from __future__ import annotations

from dataclasses import dataclass

from guantong.documents.content import Annex, Block, Frame
from guantong.documents.kinds.official import official


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice: what surrounds it, its title and its text."""

    frame: Frame
    title: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()


def notice(content: Notice) -> bytes:
    """The notice as .docx."""
    return official(content.frame, content.title, content.blocks, annexes=content.annexes)
