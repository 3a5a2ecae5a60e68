"""What a person typed, without the signs that cannot be kept or that make a text look like another."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms

KEPT = "\n\t"
BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: they turn the order of what is shown. Plain direction marks stay."""


def plain_text(typed: str) -> str:
    """The text with line ends as \\n, without control characters, lone surrogates and bidi overrides.

    PostgreSQL keeps no NUL, and UTF-8 no surrogate. Whatever the result holds comes back as it was written.
    """
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in KEPT or not _refused(c))


def says_something(text: str) -> bool:
    """Whether a text holds a letter, a digit, a sign or a symbol: not spaces and invisible marks alone."""
    return any(unicodedata.category(c)[0] in "LNPS" for c in text)


class PlainTextField(forms.CharField):
    """A text field that keeps what `plain_text` leaves."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(plain_text(value) if isinstance(value, str) else value)


def _refused(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in BIDI_OVERRIDES
