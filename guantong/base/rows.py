"""Writing several new rows in one round trip to the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg.sql import SQL, Composable, Identifier

NULL, EMPTY, GIVEN = range(3)
"""What a row has in a column: nothing, the empty text (written into the statement itself), or a value."""

Layout = tuple[type[models.Model], bytes]
"""A table and, for each of its fields, which of these three."""


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
def _statement(rows: tuple[Layout, ...]) -> str:
    parts: list[Composable] = []
    for table, layout in rows:
        there = [(name, has) for (_, _, name, _), has in zip(_fields(table), layout, strict=True) if has != NULL]
        insert = SQL("INSERT INTO {} ({}) VALUES ({})").format(
            Identifier(table._meta.db_table),
            SQL(", ").join(Identifier(name) for name, _ in there),
            SQL(", ").join(SQL("''") if has == EMPTY else SQL("%s") for _, has in there),
        )
        parts.append(insert)
    *before, last = parts
    named = SQL(", ").join(SQL("{} AS ({})").format(Identifier(f"row{i}"), one) for i, one in enumerate(before))
    return (SQL("WITH {} {}").format(named, last) if before else last).as_string()


@cache
def _tables(model: type[models.Model]) -> tuple[type[models.Model], ...]:
    """The tables of a model's rows, parents first (multi-table inheritance)."""
    parents = [p for p in model._meta.get_parent_list() if not p._meta.abstract]
    return (*reversed(parents), model)


def _laid_out(table: type[models.Model], row: models.Model, values: list[Any]) -> Layout:
    """What the row has in a table; its values are added to `values`. NULLs are left to the database.

    Few columns are worth it: the driver keeps a statement ready only up to fifty parameters.
    """
    layout = bytearray()
    held = row.__dict__
    for field, attribute, _column, plain in _fields(table):
        # Most values are stored as they are, and asking each field for a conversion is half the work.
        value = held[attribute] if plain else None
        if not plain or type(value) not in PLAIN_TYPES:
            value = field.get_db_prep_save(field.pre_save(row, add=True), connection)
        if value is None:
            layout.append(NULL)
        elif type(value) is str and not value:
            layout.append(EMPTY)
        else:
            layout.append(GIVEN)
            values.append(value)
    return table, bytes(layout)


def insert_together(rows: Sequence[models.Model]) -> None:
    """Insert unsaved rows, with the parent rows of inherited models, in a single statement.

    All or none are written, without a transaction of the caller's. Primary keys that the database
    does not make itself must be set. Raises IntegrityError as a plain insert does.
    """
    values: list[Any] = []
    layout = tuple(_laid_out(table, row, values) for row in rows for table in _tables(type(row)))
    with connection.cursor() as cursor:
        cursor.execute(_statement(layout), values)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias
