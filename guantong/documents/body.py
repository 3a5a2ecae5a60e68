"""Title, 主送机关, headings and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guantong.documents import measures as m
from guantong.documents.content import Heading, Para
from guantong.documents.lines import CENTER, JUSTIFY, line, run
from guantong.documents.plain import one_line, writable
from guantong.documents.titles import title_lines
from guantong.documents.typed import heading_and_rest
from guantong.documents.wording import addressees, heading_mark


class Counter:
    """Counts the headings of one text: a heading begins the levels below it anew."""

    def __init__(self) -> None:
        self._counts = [0] * len(m.LEVELS)

    def mark(self, level: int) -> str:
        """The mark of the next heading of a level."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(m.LEVELS) - level)
        return heading_mark(level, self._counts[level - 1])


def title(document: Any, text: str, under: Sequence[str] = ()) -> None:
    """The title, what stands centred under it (the meeting, the speaker), and an empty line."""
    line(document, "\n".join(title_lines(writable(text).strip())), m.TITLE, align=CENTER)
    for words in under:
        line(document, one_line(words), m.UNDER_TITLE, align=CENTER)
    line(document)


def to(document: Any, names: Sequence[str]) -> None:
    """主送机关, flush left."""
    line(document, addressees(map(one_line, names)))


def heading(document: Any, block: Heading, counter: Counter) -> None:
    """A heading with its mark; it stays with what follows."""
    made = line(document, counter.mark(block.level) + one_line(block.text), m.LEVELS[block.level - 1], first=2)
    made.paragraph_format.keep_with_next = True


def paragraph(document: Any, block: Para) -> Any:
    """A paragraph; one that begins with the mark of a heading has its first sentence in that heading's face."""
    text = writable(block.text)
    level, head, rest = heading_and_rest(text)
    made = line(document, head, m.LEVELS[level - 1] if level else m.PLAIN, first=2, align=JUSTIFY)
    if rest:
        run(made, rest)
    return made
