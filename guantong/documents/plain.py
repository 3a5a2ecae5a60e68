"""Text as a document can hold it, and how wide it is."""

from __future__ import annotations

import unicodedata


def writable(text: str) -> str:
    """The text with line ends as \\n, without what XML 1.0 cannot hold: controls, lone surrogates, U+FFFE, U+FFFF.

    Whatever the result holds is read back from the document as it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or _is_kept(sign))


def lines_of(text: str) -> list[str]:
    """The lines that say something, without blanks around them: each is a paragraph."""
    return [line for raw in writable(text).split("\n") if (line := raw.strip())]


def one_line(text: str) -> str:
    """The text with every run of blanks and line ends as one blank."""
    return " ".join(writable(text).split())


def width(text: str) -> float:
    """How many characters of the grid a text fills: Latin letters and digits count half, combining marks nothing."""
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 1 if unicodedata.east_asian_width(sign) in "WFA" else 0.5


def _is_kept(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in "\ufffe\uffff"
