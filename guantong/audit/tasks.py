"""Jobs of the queue that concern the ledger."""

from __future__ import annotations

from uuid import UUID

from django.db import close_old_connections
from procrastinate.contrib.django import app

from guantong.audit.ordered import TASK, verify_for


@app.task(name=TASK, queue="default")
def verify_ledger(work_id: str) -> None:
    """Do the verification of a piece of work."""
    close_old_connections()
    verify_for(work_id=UUID(work_id))
