"""Queries put into SQL once and run many times: on a hot page, writing the SQL costs more than running it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Statement:
    """A query as the database gets it; without SQL, one that can find nothing."""

    sql: str
    params: tuple[Any, ...] = ()

    def rows(self) -> list[tuple[Any, ...]]:
        """What it finds now. Values come as the driver gives them: texts, numbers, ids and aware moments."""
        if not self.sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found


def compiled(rows: QuerySet[Any, Any]) -> Statement:
    """The statement of a queryset of plain values."""
    try:
        return Statement(*rows.query.sql_with_params())
    except EmptyResultSet:
        return Statement("")
