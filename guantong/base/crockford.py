"""Digits and letters that are not mistaken for each other on paper (Crockford's base 32), and random texts of them."""

from __future__ import annotations

import secrets

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def in_crockford(number: int, length: int) -> str:
    """The lowest `length` times 5 bits of a number, the lowest five first."""
    return "".join(CROCKFORD[(number >> (5 * i)) & 31] for i in range(length))


def random_token(length: int) -> str:
    """A random text of CROCKFORD characters: 5 bits each."""
    return in_crockford(secrets.randbits(5 * length), length)
