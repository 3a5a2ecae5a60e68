"""The printed sign of a code: a QR code of GB/T 18284 with the address of its page."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe

LEVEL = "m"
"""Error correction M: 15 % of the sign may be dirty or torn; enough for paper, and coarser to scan than Q."""

QUIET = 4
"""Width of the white border in modules, as the standard asks."""


def qr_of(address: str) -> segno.QRCode:
    """The sign of an address. Raises ValueError for one that is too long for any sign."""
    return segno.make(address, error=LEVEL, boost_error=False, micro=False)


def qr_svg(address: str) -> SafeString:
    """The sign as inline SVG that scales with its box: black on white, whatever page it stands on."""
    drawn: str = qr_of(address).svg_inline(omitsize=True, border=QUIET, light="#fff")
    return mark_safe(drawn)  # noqa: S308 - drawn from the sign's own matrix


def short_address(address: str) -> str:
    """The address as people type it: without its scheme."""
    return address.partition("://")[2] or address
