"""Jobs of the queue that concern suggestions."""

from __future__ import annotations

from uuid import UUID

from django.db import close_old_connections
from procrastinate.contrib.django import app

from guantong.suggestions.services.past_sheets import TASK, import_past_sheet


@app.task(name=TASK, queue="default")
def import_past(work_id: str, sheet_id: str, chosen: dict[str, dict[str, str]]) -> None:
    """Do the import of a piece of work."""
    close_old_connections()
    import_past_sheet(work_id=UUID(work_id), sheet_id=UUID(sheet_id), chosen=chosen)
