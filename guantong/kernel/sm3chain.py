"""The hash chain of a ledger: deterministic bytes of an entry, SM3 links, and where a chain breaks."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

DIGEST_SIZE = 32
"""Length of an SM3 digest in bytes (GB/T 32905-2016)."""

GENESIS = bytes(DIGEST_SIZE)
"""What the first entry of a chain is linked to."""

_PLAIN = frozenset({str, int, bool, type(None), datetime})
_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
_EMPTY = hashlib.new("sm3")


class PayloadError(ValueError):
    """The payload holds something that has no single written form; the message names the key."""


@dataclass(frozen=True, slots=True)
class Link:
    """One stored entry: what it says, what it was linked to, and the digest of both."""

    prev: bytes
    payload: Mapping[str, Any]
    digest: bytes


def sm3(data: bytes) -> bytes:
    """Return the SM3 digest of `data` (GB/T 32905-2016)."""
    state = _EMPTY.copy()
    state.update(data)
    return state.digest()


def canonical(payload: Mapping[str, Any]) -> bytes:
    """Return the one JSON text of `payload`: keys sorted, UTF-8, no spaces, times as UTC with microseconds.

    It may hold text, whole numbers of 64 bits, booleans, None, aware datetimes, lists and mappings of these.
    Raises `PayloadError` for anything else, a float above all: 0.1 is written differently elsewhere.
    """
    _check(payload, "")
    try:
        return orjson.dumps(payload if type(payload) is dict else dict(payload), _written, _OPTIONS)
    except TypeError as error:
        raise PayloadError(str(error.__cause__ or error)) from error


def iso_utc(moment: datetime) -> str:
    """Write an aware time as the chain does, 2025-06-01T01:02:03.000004Z; naive: PayloadError."""
    if moment.utcoffset() is None:
        raise PayloadError(f"{moment} has no time zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def link(prev: bytes, payload: Mapping[str, Any]) -> bytes:
    """Return the digest of `payload` bound to the digest before it, which must be 32 bytes (ValueError)."""
    if len(prev) != DIGEST_SIZE:
        raise ValueError(f"a link needs the {DIGEST_SIZE} bytes of the digest before it, not {len(prev)}")
    return sm3(prev + canonical(payload))


def verify(links: Iterable[Link], *, start: bytes = GENESIS) -> int | None:
    """Return the index of the first link that does not follow from the one before it, or None if all do.

    A chain cut short at its end still verifies: compare its last digest with the sealed head.
    """
    head = start
    for index, each in enumerate(links):
        if each.prev != head or not _follows(each):
            return index
        head = each.digest
    return None


def _follows(each: Link) -> bool:
    try:
        return link(each.prev, each.payload) == each.digest
    except PayloadError:
        return False


def _check(value: Any, path: str) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if type(inner) not in _PLAIN:
                _check(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            if type(inner) not in _PLAIN:
                _check(inner, f"{path}[{index}]")
    elif not isinstance(value, str | int | datetime):
        raise PayloadError(f"{path.lstrip('.')}: a ledger entry cannot hold a {type(value).__name__}")


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso_utc(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a ledger entry cannot hold a {type(value).__name__}")
