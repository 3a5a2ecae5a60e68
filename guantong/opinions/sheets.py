"""Printed sheets of codes: one code on a page, or eight cards on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guantong.base.refusals import Refusal
from guantong.opinions.models import IntakeCode
from guantong.opinions.qr import qr_svg, short_address

ON_A_PAGE = 8
BATCH = 5 * ON_A_PAGE
"""Cards laid out between two reports of progress: about a second's work."""

STYLE = "opinions/sheet.css"
NEEDED = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
CHINESE_FONTS = ("cjk", "sourcehan", "wqy", "simsun", "simhei", "fangsong", "uming", "ukai", "droidsansfallback")


class Size(Enum):
    """The paper of a sheet."""

    A4 = "a4"
    A6 = "a6"
    CARDS = "cards"


class CannotPrint(Refusal):
    """This computer lacks what PDF needs; `sentence` says what to install."""

    def __init__(self) -> None:
        super().__init__(
            _("这台服务器还不能生成 PDF，请管理员安装：%(packages)s。网页版可以照常打印。") % {"packages": NEEDED}
        )


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed of one code."""

    name: str
    county: str
    source: str
    qr: SafeString
    address: str


Address = Callable[[IntakeCode], str]
"""The public address of a code's page."""


def card_of(code: IntakeCode, address: Address) -> Card:
    """The card of a code; `region` should be loaded."""
    url = address(code)
    return Card(code.label, code.region.name, code.get_source_display(), qr_svg(url), short_address(url))


def pages_of(cards: Sequence[Card]) -> Iterator[Sequence[Card]]:
    """The cards in pages of eight."""
    for start in range(0, len(cards), ON_A_PAGE):
        yield cards[start : start + ON_A_PAGE]


def sheet_pdf(
    codes: Sequence[IntakeCode], *, size: Size, address: Address, progress: Callable[[int], None] = lambda done: None
) -> bytes:
    """The sheet as PDF with its fonts embedded; `progress` hears how many codes are laid out and may raise.

    Raises CannotPrint where Pango or a Chinese font is missing.
    """
    weasyprint = _printer()
    style = weasyprint.CSS(filename=_style_file())
    laid_out = []
    for start in range(0, len(codes), BATCH):
        cards = [card_of(code, address) for code in codes[start : start + BATCH]]
        html = render_to_string("opinions/sheet_pdf.html", {"size": size.value, "pages": sheet_pages(cards, size)})
        laid_out.append(weasyprint.HTML(string=html).render(stylesheets=[style]))
        progress(start + len(cards))
    pages = [page for document in laid_out for page in document.pages]
    pdf: bytes = laid_out[0].copy(pages).write_pdf()
    return pdf


def sheet_pages(cards: Sequence[Card], size: Size) -> list[Sequence[Card]]:
    """What stands on each page: eight cards, or one large."""
    return list(pages_of(cards)) if size is Size.CARDS else [[card] for card in cards]


def _style_file() -> str:
    found = finders.find(STYLE)
    if not isinstance(found, str):
        raise FileNotFoundError(STYLE)
    return found


def _printer() -> Any:
    try:
        import weasyprint
    except OSError:
        raise CannotPrint from None
    if not has_chinese_font():
        raise CannotPrint
    return weasyprint


@cache
def has_chinese_font() -> bool:
    """Whether a font with Chinese signs lies where this system keeps its fonts."""
    files = (file for folder in FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.*"))
    return any(mark in file.name.lower() for file in files for mark in CHINESE_FONTS)
