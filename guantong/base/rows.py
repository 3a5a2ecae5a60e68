"""Writing several new rows in one round trip to the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

Columns = tuple[tuple[str, bool], ...]
"""Columns that a row sets; True where the value is the empty text, written into the statement itself."""


PLAIN_FIELDS = frozenset(
    {
        models.BooleanField,
        models.CharField,
        models.DateField,
        models.DateTimeField,
        models.ForeignKey,
        models.OneToOneField,
        models.PositiveIntegerField,
        models.PositiveSmallIntegerField,
        models.TextField,
        models.UUIDField,
    }
)
"""Kinds of field that store a value of a PLAIN_TYPES type as it is."""

PLAIN_TYPES = frozenset({str, int, bool, date, datetime, UUID, type(None)})


@cache
def _fields(model: type[models.Model]) -> tuple[tuple[models.Field[Any, Any], str, str, bool], ...]:
    """The fields that a new row sets: each with its attribute, its column, and whether it is plain."""
    return tuple(
        (f, f.attname, f.column or f.name, type(f) in PLAIN_FIELDS and not getattr(f, "auto_now", False))
        for f in model._meta.local_concrete_fields
        if not (f.primary_key and isinstance(f, models.AutoField))
    )


@cache
def _statement(rows: tuple[tuple[str, Columns], ...]) -> str:
    quote = connection.ops.quote_name
    parts = []
    for table, columns in rows:
        names = ", ".join(quote(name) for name, _ in columns)
        marks = ", ".join("''" if empty else "%s" for _, empty in columns)
        parts.append(f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})")  # noqa: S608  names come from our own models
    *before, last = parts
    named = ", ".join(f"row{i} AS ({sql})" for i, sql in enumerate(before))
    return f"WITH {named} {last}" if named else last


def _tables(row: models.Model) -> list[type[models.Model]]:
    """The row's own tables, parents first (multi-table inheritance)."""
    parents = [p for p in row._meta.get_parent_list() if not p._meta.abstract]
    return [*reversed(parents), type(row)]


def _laid_out(table: type[models.Model], row: models.Model, values: list[Any]) -> tuple[str, Columns]:
    """The row's part of the statement; its values are added to `values`. NULLs are left to the database.

    Few columns are worth it: the driver keeps a statement ready only up to fifty parameters.
    """
    columns: list[tuple[str, bool]] = []
    held = row.__dict__
    for field, attribute, column, plain in _fields(table):
        # Most values are stored as they are, and asking each field for a conversion is half the work.
        value = held[attribute] if plain else None
        if not plain or type(value) not in PLAIN_TYPES:
            value = field.get_db_prep_save(field.pre_save(row, add=True), connection)
        if value is None:
            continue
        empty = type(value) is str and not value
        columns.append((column, empty))
        if not empty:
            values.append(value)
    return table._meta.db_table, tuple(columns)


def insert_together(rows: Sequence[models.Model]) -> None:
    """Insert unsaved rows, with the parent rows of inherited models, in a single statement.

    All or none are written, without a transaction of the caller's. Primary keys that the database
    does not make itself must be set. Raises IntegrityError as a plain insert does.
    """
    values: list[Any] = []
    layout = tuple(_laid_out(table, row, values) for row in rows for table in _tables(row))
    with connection.cursor() as cursor:
        cursor.execute(_statement(layout), values)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias
