"""The demo city is the only one that may empty the ledger, and it leaves the guard as it found it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from guantong.audit.guard import lift_guard, restore_guard
from guantong.audit.models import Entry
from guantong.demo.emptying import empty

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded(db: None) -> Iterator[None]:
    """As in use; the tests themselves run without the guard."""
    restore_guard()
    yield
    lift_guard()


def test_it_is_emptied_andguarded_again(guarded: None, opinion_a: Any, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert Entry.objects.exists()
    empty()
    assert not Entry.objects.exists()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_entry")
