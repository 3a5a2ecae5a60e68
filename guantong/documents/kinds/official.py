"""All parts of an official document in the order of the standard."""

from __future__ import annotations

from guantong.documents.content import Annex, Block, Frame
from guantong.documents.paper import Paper


def official(
    frame: Frame,
    title: str,
    blocks: tuple[Block, ...],
    *,
    under: tuple[str, ...] = (),
    annexes: tuple[Annex, ...] = (),
) -> bytes:
    """All parts of an official document in their order."""
    paper = Paper()
    paper.head(frame)
    paper.title(title, under)
    paper.to(frame.to)
    paper.blocks(blocks)
    paper.closing(frame, annexes)
    paper.annexes(annexes)
    paper.imprint(frame)
    return paper.bytes(author=frame.issuer, day=frame.day, fingerprint=frame.fingerprint)
