"""What the ledger vouches for beyond states: the digest of a matter's own words, kept by the entry that sets them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from guantong.kernel.sm3chain import canonical, sm3
from guantong.matters.models import Matter
from guantong.matters.registry import kind_of

KEY = "words"
"""Under which an entry's data keeps the digest."""


def words_digest(matter: Matter) -> str:
    """SM3 over the fields that the matter's kind vouches for."""
    return sm3(canonical({name: str(getattr(matter, name)) for name in kind_of(matter).vouched})).hex()


def vouched(matter: Matter, changed: Collection[str]) -> Mapping[str, str]:
    """What the entry of a move keeps: the digest, when the move changed one of those fields."""
    touched = {*changed, *(f"{name}_id" for name in changed)} & {*kind_of(matter).vouched}
    return {KEY: words_digest(matter)} if touched else {}
