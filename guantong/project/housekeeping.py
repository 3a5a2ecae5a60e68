"""What is of no use any more: photos of forms that were never sent, lists never imported, sessions that ended."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore

from guantong.attachments.services import drop_old_drafts
from guantong.suggestions.services.past_sheets import drop_old_past_sheets

AT_A_TIME = 500
"""Drafts removed between two looks."""


def keep_house() -> None:
    """Remove all of it; safe to run again, and at the same time as anything else."""
    while drop_old_drafts(limit=AT_A_TIME):
        pass
    drop_old_past_sheets()
    SessionStore.clear_expired()
