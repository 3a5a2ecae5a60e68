"""What an official document is put together from: frozen inputs, of text alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Form(Enum):
    """The head of a document."""

    PLAIN = "无版头"
    RED_HEAD = "红头文件"
    LETTER = "信函格式"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of the body, two characters in."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; its mark (一、（一）1.（1）) is counted, not typed."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 4:
            raise ValueError(f"headings have levels 1 to 4, not {self.level}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and its width in millimetres; `centred` for short entries."""

    title: str
    mm: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page. Wider than the type area, it gets landscape pages."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a table has one text for each column")


Block = Para | Heading | Table


@dataclass(frozen=True, slots=True)
class Annex:
    """An 附件: its name in the note below the body, and what stands on its own pages."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Which version of which record a document was made from; `digest` is the last entry's, in hexadecimal."""

    matter: str
    version: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds the words of a document: head, signature, 附注 and 版记.

    `mark` is the 发文机关标志; without one it is the issuer's name, with 文件 on a red head. `signers` are the 签发人
    of an upward document. `sealed` leaves room for a seal. `printed_by` calls for the 版记, as do `copies`.
    """

    issuer: str
    day: date
    form: Form = Form.PLAIN
    number: str = ""
    mark: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    sealed: bool = True
    note: str = ""
    copies: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    fingerprint: Fingerprint | None = None
