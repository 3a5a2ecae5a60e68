"""Jobs of the queue that concern opinions and codes."""

from __future__ import annotations

from uuid import UUID

from django.db import close_old_connections
from procrastinate.contrib.django import app

from guantong.opinions.printing import TASK, print_sheet


@app.task(name=TASK, queue="default")
def print_codes(work_id: str, codes: list[int], template: str) -> None:
    """Print the sheet of a piece of work."""
    close_old_connections()
    print_sheet(work_id=UUID(work_id), code_ids=codes, template=template)
