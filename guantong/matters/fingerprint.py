"""Which version of a matter's record a document is made from."""

from __future__ import annotations

from guantong.audit import ledger
from guantong.documents.content import Fingerprint
from guantong.matters.models import Matter


def fingerprint_of(matter: Matter) -> Fingerprint:
    """The matter, the count of its moves, and the digest of its last entry, which binds all before it."""
    last = ledger.head(matter.pk)
    return Fingerprint(str(matter.pk), matter.version, bytes(last.digest).hex() if last else "")
