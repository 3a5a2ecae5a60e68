"""What a voter holds: a one-time slip before the vote, a mark after it, a number by which a retry is known.

Of all three the database keeps a digest at most.
"""

from __future__ import annotations

import hmac
import unicodedata
from uuid import UUID

from django.conf import settings

from guantong.base.crockford import CROCKFORD, in_crockford, random_token
from guantong.kernel.sm3chain import sm3

SLIP_LENGTH = 10
"""Characters of a slip: 50 bits, which nobody finds by trying."""

MARK_LENGTH = 8
"""Characters of a mark: 40 bits, so that two of three thousand papers hardly ever share one."""

_MISTAKEN = str.maketrans("OILU", "011V")


def new_slip() -> str:
    """A random slip."""
    return random_token(SLIP_LENGTH)


def new_mark() -> str:
    """A random mark, for a paper whose voter was shown none."""
    return random_token(MARK_LENGTH)


def tidied(typed: str) -> str:
    """What was printed, from what somebody typed: without gaps, in capitals, O as 0, I and L as 1."""
    text = unicodedata.normalize("NFKC", typed).upper().translate(_MISTAKEN)
    return "".join(letter for letter in text if letter in CROCKFORD)


def slip_digest(slip: str) -> bytes:
    """By which a slip is found."""
    return sm3(f"ballot slip {tidied(slip)}".encode())


def receipt_of(ballot: UUID, token: UUID) -> bytes:
    """By which a request that is sent again is known. `token` is random; the voter's page alone has it."""
    return sm3(b"ballot receipt" + ballot.bytes + token.bytes)


def mark_of(ballot: UUID, token: UUID) -> str:
    """The mark of the paper that came with this token: the same for a retry, and nobody can seek a token for a mark."""
    said = b"ballot mark" + ballot.bytes + token.bytes
    digest = hmac.digest(settings.SECRET_KEY.encode(), said, "sha256")
    return in_crockford(int.from_bytes(digest[:8]), MARK_LENGTH)
