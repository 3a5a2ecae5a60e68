"""The guard that keeps the ledger's tables from being emptied, and lifting it: for a demo city, and for tests."""

from __future__ import annotations

from django.db import connection

LIFT = """
ALTER TABLE audit_entry DISABLE TRIGGER entry_is_never_emptied;
ALTER TABLE audit_seal DISABLE TRIGGER seal_is_never_emptied;
"""
RESTORE = """
ALTER TABLE audit_entry ENABLE TRIGGER entry_is_never_emptied;
ALTER TABLE audit_seal ENABLE TRIGGER seal_is_never_emptied;
"""


def lift_guard() -> None:
    """Allow TRUNCATE, until it is restored or the transaction is rolled back. Needs the tables' owner."""
    with connection.cursor() as cursor:
        cursor.execute(LIFT)


def restore_guard() -> None:
    """Refuse TRUNCATE again."""
    with connection.cursor() as cursor:
        cursor.execute(RESTORE)
