"""The QR code holds the address, whole and at level M, and the sheets show it."""

from typing import Any

import pytest
import segno
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from guantong.opinions.qr import qr_of, qr_svg, short_address
from guantong.opinions.sheets import ON_A_PAGE, pages_of

ADDRESS = "https://guantong.example.gov.cn/c/7KQ4XM2P/"


def _drawn(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a drawn sign, read back from its path: runs of modules, row by row."""
    import re

    path = re.search(r'class="qrline"[^>]* d="([^"]+)"', svg)
    assert path
    x, y, dark = 0, 0.0, set()
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path[1]):
        values = [float(n) for n in re.findall(r"-?\d*\.?\d+", numbers)]
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return dark


def test_the_drawing_is_the_sign() -> None:
    matrix = list(qr_of(ADDRESS).matrix_iter(border=4))
    dark = {(x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}
    assert _drawn(qr_svg(ADDRESS)) == dark


def test_it_is_made_at_level_m() -> None:
    assert qr_of(ADDRESS).error == "M"
    assert qr_of(ADDRESS) == segno.make(ADDRESS, error="m", boost_error=False, micro=False)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-.", min_size=4, max_size=60))
def test_another_address_is_another_sign(host: str) -> None:
    assert qr_svg(f"https://{host}/c/7KQ4XM2P/") != qr_svg(f"https://{host}/c/7KQ4XM2Q/")


def test_the_typed_address_has_no_scheme() -> None:
    assert short_address(ADDRESS) == "guantong.example.gov.cn/c/7KQ4XM2P/"


@given(st.lists(st.integers(), max_size=40))
def test_cards_fill_pages_and_none_is_lost(cards: list[Any]) -> None:
    pages = list(pages_of(cards))
    assert [card for page in pages for card in page] == cards
    assert all(len(page) == ON_A_PAGE for page in pages[:-1])


@pytest.mark.django_db
def test_the_address_is_that_of_the_public_page(code_a: Any, client: Any, sign_in: Any, clerk_a: Any) -> None:
    shown = sign_in(client, clerk_a).get(reverse("desk:code", args=[code_a.token]))
    assert shown.context["address"] == "http://testserver" + reverse("portal:speak", args=[code_a.token])
    assert qr_svg(shown.context["address"]) in shown.content.decode()
