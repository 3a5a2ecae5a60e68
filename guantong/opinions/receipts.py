"""Receipt numbers and their secrets."""

from __future__ import annotations

import hmac
from uuid import UUID

from django.conf import settings

from guantong.base.crockford import in_crockford, random_token

RECEIPT_LENGTH = 10
SECRET_LENGTH = 8
_MISREAD = str.maketrans("OILU", "011V")


def new_receipt() -> str:
    """A receipt number: 50 random bits, so that numbers cannot be tried one after another."""
    return random_token(RECEIPT_LENGTH)


def secret_of(opinion_id: UUID) -> str:
    """The secret printed beside a receipt number (40 bits): derived, so that no table holds it."""
    key = settings.SECRET_KEY.encode()
    digest = hmac.digest(key, b"receipt" + opinion_id.bytes, "sha256")
    return in_crockford(int.from_bytes(digest[:5]), SECRET_LENGTH)


def tidy(typed: str) -> str:
    """What a person typed, as it was printed: upper case, no gaps, letters taken for digits put right."""
    return "".join(c for c in typed.upper() if c.isalnum()).translate(_MISREAD)


def is_secret(opinion_id: UUID, typed: str) -> bool:
    """Whether the typed secret belongs to this opinion, in constant time."""
    return hmac.compare_digest(tidy(typed).encode(), secret_of(opinion_id).encode())


def grouped(code: str) -> str:
    """A number as it is printed, in groups: 7KQ4X-M2P9D."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"
