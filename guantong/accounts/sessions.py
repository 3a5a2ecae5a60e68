"""Sessions in the database, read by a statement that is written once: every page of a signed-in person reads one."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db import connection

FIELDS = Session._meta.concrete_fields
NAMES = tuple(field.attname for field in FIELDS)


class SessionStore(DatabaseStore):
    """Django's own store; the same row is found the same way, without composing the query each time."""

    def _get_session_from_db(self) -> Session | None:
        with connection.cursor() as cursor:
            cursor.execute(_statement(), [self.session_key])
            if (row := cursor.fetchone()) is not None:
                return Session.from_db(connection.alias, NAMES, row)
        self._session_key = None
        return None

    @classmethod
    def get_model_class(cls) -> Any:
        return Session


@cache
def _statement() -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in FIELDS if field.column)
    table = quote(Session._meta.db_table)
    return f"SELECT {columns} FROM {table} WHERE session_key = %s AND expire_date > now()"  # noqa: S608  names of the model
