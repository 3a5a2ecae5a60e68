"""What a deputy did, figure by figure, with the records: the duty ledger 履职档案 that nobody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.deputies.models import Deputy
from guantong.figures.by_subject import DEPUTY, counted_by, figures_by, records_by
from guantong.figures.definitions import Definition
from guantong.figures.openers import openable
from guantong.kernel.periods import Period
from guantong.matters.models import Matter

SHOWN = 50
"""Records listed under one figure: a deputy has fewer in a year."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: when, of which matter; `matter` is None where the reader may not open its page."""

    moment: datetime
    title: str
    amount: int | None
    matter: UUID | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One figure of the ledger: how much, and the newest records behind it, unless all are listed under another."""

    figure: Definition
    count: int
    records: Sequence[Record]


def deputies_for(actor: Actor) -> QuerySet[Deputy]:
    """The deputies whose ledgers exist for the actor: one's own; for the congress, all of the county."""
    rows = Deputy.objects.select_related("region", "place", "station")
    if actor.role in CONGRESS_ROLES:
        return rows.filter(region_id=actor.region_code)
    if actor.role == Role.DEPUTY and actor.person_id is not None:
        return rows.filter(person_id=actor.person_id)
    return rows.none()


def ledger_of(deputy: Deputy, period: Period, *, actor: Actor) -> list[Chapter]:
    """Every figure that counts by deputies and has something of this one; two queries a figure at most."""
    found = []
    listed: set[tuple[str, Any]] = set()
    for figure in figures_by(DEPUTY):
        count = counted_by(figure, DEPUTY, deputy.region, period).get(deputy.pk, 0)
        if count:
            rows = records_by(figure, DEPUTY, deputy.region, period).filter(subject_id=deputy.pk)
            newest = list(rows.order_by(f"-{figure.moment}", "-pk")[:SHOWN])
            told = {(row._meta.label, row.pk) for row in newest}
            found.append((figure, count, [] if told <= listed else newest))
            listed |= told
    keys = {reached(row, figure.matter) for figure, _count, rows in found for row in rows}
    may_open = openable(actor, list(keys))
    titles = dict(Matter.objects.filter(pk__in=keys).values_list("pk", "title"))
    return [
        Chapter(figure, count, [_record(figure, row, titles, may_open) for row in rows])
        for figure, count, rows in found
    ]


def _record(figure: Definition, row: Any, titles: dict[UUID, str], may_open: frozenset[UUID]) -> Record:
    key = reached(row, figure.matter)
    return Record(
        moment=reached(row, figure.moment),
        title=titles[key],
        amount=reached(row, figure.amount) if figure.amount else None,
        matter=key if key in may_open else None,
    )


def reached(record: Any, path: str) -> Any:
    """What a figure's path (`moment`, `matter`, `amount`, `person`) leads to from one of its records."""
    for step in path.split("__"):
        record = getattr(record, step)
    return record
