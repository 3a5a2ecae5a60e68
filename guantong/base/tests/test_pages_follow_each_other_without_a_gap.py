"""Keyset pages: every row once, in order, also among equal moments; a cursor that is not ours starts anew."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from guantong.base.keyset import cursor_of, newest_first, read_cursor
from guantong.notifications.models import Message
from guantong.regions.models import Organisation

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def messages(regions: object) -> list[Message]:
    body = Organisation.objects.all()[0]
    made = [
        Message(organisation=body, subject=uuid4(), title=str(n), text="", sent_at=START + timedelta(days=n // 3))
        for n in range(8)
    ]
    return Message.objects.bulk_create(made)


def test_every_row_comes_once_and_in_order(messages: list[Message]) -> None:
    seen: list[Message] = []
    cursor, pages = "", 0
    while pages == 0 or cursor:
        found = newest_first(Message.objects.all(), cursor, moment="sent_at", size=3)
        seen += found.rows
        cursor, pages = found.next, pages + 1
    assert pages == 3
    assert [m.pk for m in seen] == [m.pk for m in sorted(messages, key=lambda m: (m.sent_at, m.pk), reverse=True)]


@pytest.mark.parametrize("cursor", ["", "x", "%00", "AAAA", "😀", cursor_of(START.replace(tzinfo=None), 1)])
def test_a_cursor_that_is_not_ours_starts_anew(messages: list[Message], cursor: str) -> None:
    assert len(newest_first(Message.objects.all(), cursor, moment="sent_at").rows) == 8


def test_a_key_that_is_too_long_or_none_is_refused() -> None:
    assert read_cursor(cursor_of(START, "1" * 40), int) is None
    assert read_cursor(cursor_of(START, "one"), int) is None
    assert read_cursor(cursor_of(START, 7), int) == (START, 7)
    assert base64.urlsafe_b64decode(cursor_of(START, 7)).endswith(b" 7")
