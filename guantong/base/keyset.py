"""Pages of a list with the newest first, sought by key and not by counting rows."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)
SIZE = 25


@dataclass(frozen=True, slots=True)
class Slice(Generic[M]):
    """Rows of one page; `next` is the cursor of the page after it, empty on the last."""

    rows: Sequence[M]
    next: str


def newest_first(rows: QuerySet[M], cursor: str, *, moment: str, size: int = SIZE) -> Slice[M]:
    """The page after `cursor` by `moment` and key, both descending. A cursor that is not ours starts anew."""
    rows = rows.order_by(f"-{moment}", "-pk")
    if after := _read(cursor, rows.model):
        at, key = after
        older = Q(**{f"{moment}__lt": at}) | Q(**{moment: at, "pk__lt": key})
        rows = rows.filter(**{f"{moment}__lte": at}).filter(older)
    found = list(rows[: size + 1])
    return Slice(found[:size], _write(found[size - 1], moment) if len(found) > size else "")


def _write(row: Model, moment: str) -> str:
    return base64.urlsafe_b64encode(f"{getattr(row, moment).isoformat()} {row.pk}".encode()).decode()


def _read(cursor: str, model: type[Model]) -> tuple[datetime, Any] | None:
    try:
        moment, key = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None or len(key) > 36:
            return None
        return at, model._meta.pk.to_python(key)
    except (ValueError, ValidationError):
        return None
