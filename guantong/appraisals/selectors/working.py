"""The records behind one item of a line: of this deputy or unit alone, and not of the whole county."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from guantong.accounts.actors import Actor
from guantong.appraisals.models import ScoreLine, ScoreSheet
from guantong.appraisals.selectors.duty import reached
from guantong.appraisals.selectors.sheets import lines_for
from guantong.figures.by_subject import records_by
from guantong.figures.definitions import Definition, find
from guantong.figures.openers import openable
from guantong.figures.values import parts_of
from guantong.kernel.indicator import Measure
from guantong.kernel.periods import Period
from guantong.matters.models import Matter


@dataclass(frozen=True, slots=True)
class Behind:
    """One record: when, of which matter, how much, and whether it counts for a rate (None for other figures).

    `matter` is None where the reader may not open its page.
    """

    moment: datetime
    title: str
    amount: int | None
    counts: bool | None
    matter: UUID | None


@dataclass(frozen=True, slots=True)
class Working:
    """One item of a line with its records as they are now; `counted` is what they amount to (see `scoring.Counts`)."""

    line: ScoreLine
    figure: Definition
    item: Mapping[str, Any]
    rows: Sequence[Behind]
    counted: tuple[int, int]

    @property
    def changed_since(self) -> bool:
        """Whether the records amount to something else than when the sheet was computed."""
        return self.counted != (self.item["count"], self.item.get("of", 0))


def working_of(sheet: ScoreSheet, line: int, code: str, *, actor: Actor) -> Working | None:
    """An item of a line that the actor may read, with its records; None where there is none for them."""
    found = next((one for one in lines_for(sheet, actor) if one.pk == line), None)
    figure = find(code)
    if found is None or figure is None:
        return None
    item = next((row for row in found.working["items"] if row["figure"] == code), None)
    return None if item is None else _working(sheet, found, figure, item, actor)


def _working(sheet: ScoreSheet, line: ScoreLine, figure: Definition, item: Mapping[str, Any], actor: Actor) -> Working:
    halves = parts_of(figure)
    listed = halves[1] if halves else figure
    rows = list(_own(listed, sheet, line).order_by(f"-{listed.moment}", "-pk"))
    good = set(_own(halves[0], sheet, line).values_list("pk", flat=True)) if halves else None
    keys = {reached(row, listed.matter) for row in rows}
    titles = dict(Matter.objects.filter(pk__in=keys).values_list("pk", "title"))
    may_open = openable(actor, list(keys)) if keys else frozenset()
    behind = [_behind(listed, row, titles, may_open, None if good is None else row.pk in good) for row in rows]
    return Working(line, figure, item, behind, _counted(listed, rows, good))


def _own(figure: Definition, sheet: ScoreSheet, line: ScoreLine) -> QuerySet[Any]:
    rows = records_by(figure, sheet.subjects, sheet.region, Period.parse(sheet.period))
    return rows.filter(subject_id=line.subject_id)


def _counted(figure: Definition, rows: Sequence[Any], good: set[Any] | None) -> tuple[int, int]:
    if good is not None:
        return len(good), len(rows)
    if figure.measure is Measure.SUM:
        return sum(reached(row, figure.amount) for row in rows), 0
    return len({reached(row, figure.person) for row in rows} if figure.measure is Measure.DISTINCT else rows), 0


def _behind(
    figure: Definition, row: Any, titles: Mapping[UUID, str], may_open: frozenset[UUID], counts: bool | None
) -> Behind:
    key = reached(row, figure.matter)
    return Behind(
        moment=reached(row, figure.moment),
        title=titles[key],
        amount=reached(row, figure.amount) if figure.measure is Measure.SUM else None,
        counts=counts,
        matter=key if key in may_open else None,
    )
