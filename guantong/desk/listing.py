"""A list of matters by one choice in its address: tabs, rows of one page, the ways to the next and the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from guantong.accounts.middleware import ActorRequest
from guantong.base.keyset import newest_first
from guantong.matters.registry import procedure_of


def chosen_of(request: ActorRequest, name: str, known: Iterable[str]) -> str:
    """What the address chooses, if it is known; else nothing."""
    asked = request.GET.get(name, "")
    return asked if asked in set(known) else ""


def tabs(name: str, labels: Iterable[tuple[str, Any]], chosen: str) -> list[dict[str, object]]:
    """A tab for each value; an empty value is the tab of all."""
    return [
        {"label": label, "url": f"?{name}={value}" if value else "?", "current": value == chosen}
        for value, label in labels
    ]


def matters_page(request: ActorRequest, rows: QuerySet[Any], *, name: str = "", chosen: str = "") -> dict[str, Any]:
    """The context of one page: pairs of matter and state, the newest first, and where to go on."""
    after = request.GET.get("after", "")[:200]
    found = newest_first(rows, after, moment="opened_at")
    choice = f"{name}={chosen}&" if name else ""
    return {
        "rows": [(row, procedure_of(row).by_state[row.state]) for row in found.rows],
        "next_url": f"?{choice}after={found.next}" if found.next else "",
        "first_url": f"?{choice.removesuffix('&')}" if after else "",
    }
