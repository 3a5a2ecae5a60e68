"""The test database, as another process reaches it."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.fixture
def database_url(db: None) -> str:
    """What DATABASE_URL must say for a command or server that is to work on the database of this test."""
    given = connection.settings_dict
    by_socket = str(given["HOST"]).startswith("/")
    place = "" if by_socket else f"{given['HOST']}:{given['PORT'] or 5432}"
    user = given["USER"] + (f":{given['PASSWORD']}" if given.get("PASSWORD") else "")
    return f"postgresql://{user}@{place}/{given['NAME']}" + (f"?host={given['HOST']}" if by_socket else "")
