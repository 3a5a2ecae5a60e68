"""Pages of a list, sought by a moment and a key and not by counting rows."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
K = TypeVar("K")
SIZE = 25
LONGEST_KEY = 36
"""Characters of a UUID; the other keys are numbers."""


@dataclass(frozen=True, slots=True)
class Slice(Generic[M]):
    """Rows of one page; `next` is the cursor of the page after it, empty on the last."""

    rows: Sequence[M]
    next: str


def newest_first(rows: QuerySet[M], cursor: str, *, moment: str, size: int = SIZE) -> Slice[M]:
    """The page after `cursor` by `moment` (a field, or a path to one) and key, both descending.

    A cursor that is not ours starts anew.
    """
    rows = rows.order_by(f"-{moment}", "-pk")
    if after := read_cursor(cursor, rows.model._meta.pk.to_python):
        at, key = after
        # The plain bound on the moment lets the index seek; the pair decides among equal moments.
        older = Q(**{f"{moment}__lt": at}) | Q(pk__lt=key)
        rows = rows.filter(**{f"{moment}__lte": at}).filter(older)
    found = list(rows[: size + 1])
    more = len(found) > size
    return Slice(found[:size], cursor_of(_reached(found[size - 1], moment), found[size - 1].pk) if more else "")


def cursor_of(moment: datetime, key: object) -> str:
    """The cursor of the page that begins after the row with this moment and key."""
    return base64.urlsafe_b64encode(f"{moment.isoformat()} {key}".encode()).decode()


def read_cursor(cursor: str, key_of: Callable[[str], K]) -> tuple[datetime, K] | None:
    """Moment and key of a cursor; None for one that is not ours. `key_of` reads a key or raises ValueError."""
    try:
        moment, key = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None or len(key) > LONGEST_KEY:
            return None
        return at, key_of(key)
    except (ValueError, ValidationError):
        return None


def _reached(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = getattr(row, step)
    return row
