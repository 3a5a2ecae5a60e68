"""Sessions in the database, read by a statement that is written once: every page of a signed-in person reads one."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models.functions import Now

from guantong.base.compiled import Statement, compiled

NAMES = tuple(field.attname for field in Session._meta.concrete_fields)


class SessionStore(DatabaseStore):
    """Django's own store; the same row is found the same way, without composing the query each time."""

    def _get_session_from_db(self) -> Session | None:
        if found := Statement(_by_key(), (self.session_key,)).rows():
            return Session.from_db(connection.alias, NAMES, found[0])
        self._session_key = None
        return None

    @classmethod
    def get_model_class(cls) -> Any:
        return Session


@cache
def _by_key() -> str:
    """The SQL that finds a session that lasts, by its key: the one parameter."""
    return compiled(Session.objects.filter(session_key="", expire_date__gt=Now()).values_list(*NAMES)).sql
