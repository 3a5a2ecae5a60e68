"""Sheets as somebody may see them, and lines computed from the records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import ScoreLine, ScoreSheet, Subjects
from guantong.appraisals.policies import own_line
from guantong.appraisals.scoring import Counts, Score, ranks, score
from guantong.audit.models import Entry
from guantong.deputies.models import Deputy
from guantong.figures.by_subject import counted_by, parts_by
from guantong.figures.definitions import definition
from guantong.kernel.periods import Period
from guantong.matters.models import Matter
from guantong.matters.selectors import visible
from guantong.regions.models import Organisation, OrganisationKind, Region

OVERSEERS = frozenset({*CONGRESS_ROLES, Role.CITY, Role.AUDITOR})
OF_A_LINE = ("appeal", "decide_appeal")
"""Moves that concern one line alone; their entries name it."""

UNITS = (OrganisationKind.DEPARTMENT, OrganisationKind.TOWNSHIP)


def sheets_for(actor: Actor) -> QuerySet[ScoreSheet]:
    """The sheets that exist for the actor."""
    return ScoreSheet.objects.filter(pk__in=visible(actor).values("pk")).select_related("region")


def computed_sheets() -> QuerySet[ScoreSheet]:
    """Every sheet that was computed and not discarded, of all counties, the oldest first."""
    return ScoreSheet.objects.filter(computed_at__isnull=False).exclude(state="void").order_by("opened_at", "pk")


def lines_for(sheet: ScoreSheet, actor: Actor) -> Sequence[ScoreLine]:
    """The lines that the actor may read: all for whoever oversees the county, else their own."""
    if actor.role in OVERSEERS:
        return list(sheet.lines.select_related("deputy", "unit", "appeal"))
    own = own_line(actor, sheet)
    return [own] if own else []


def told_entries(entries: Sequence[Entry], sheet: Matter, actor: Actor) -> Sequence[Entry]:
    """The history of a sheet for an actor: who appealed and how it was decided is nobody else's to know."""
    if actor.role in OVERSEERS:
        return entries
    own = own_line(actor, ScoreSheet.objects.get(pk=sheet.pk))
    key = own.pk if own else None
    return [entry for entry in entries if entry.action not in OF_A_LINE or entry.data.get("line") == key]


def computed_lines(sheet: ScoreSheet, rule: Mapping[str, Any]) -> list[ScoreLine]:
    """The lines of a sheet under a rule, from the records as they are now: unsaved, the best first.

    Every deputy in office has a line, who did nothing too; a unit that had nothing to handle has none.
    """
    counts = counts_of(rule["items"], sheet.subjects, sheet.region, Period.parse(sheet.period))
    keys = [key for key in _subjects(sheet) if sheet.subjects == Subjects.DEPUTY or key in counts]
    found = {key: made for key in keys if (made := score(rule["items"], counts.get(key, {})))}
    return _lines(sheet, found)


def counts_of(items: Sequence[Mapping[str, Any]], kind: str, region: Region, period: Period) -> dict[int, Counts]:
    """What each subject has of every figure of a rule; one query a figure, two a rate."""
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for item in items:
        figure = definition(item["figure"])
        if item.get("rate"):
            amounts = parts_by(figure, kind, region, period)
        else:
            amounts = {key: (count, 0) for key, count in counted_by(figure, kind, region, period).items()}
        for key, amount in amounts.items():
            found.setdefault(key, {})[figure.code] = amount
    return dict(found)


def differences(sheet: ScoreSheet) -> list[str]:
    """Whose stored line is not what the sheet's own rule gives on the records as they are now."""
    stored = {line.subject_id: line for line in sheet.lines.select_related("deputy", "unit")}
    anew = {line.subject_id: line for line in computed_lines(sheet, sheet.rule)}
    return [
        str(stored.get(key) or anew[key])
        for key in sorted(stored.keys() | anew.keys())
        if key not in stored or key not in anew or _said(stored[key]) != _said(anew[key])
    ]


def ranked(lines: Sequence[ScoreLine]) -> Sequence[ScoreLine]:
    """Set the rank of each line by its points; equal points share a rank."""
    by_points = ranks(line.points for line in lines)
    for line in lines:
        line.rank = by_points[line.points]
    return lines


def _said(line: ScoreLine) -> tuple[Decimal, Any]:
    return line.scored, line.working


def _subjects(sheet: ScoreSheet) -> list[int]:
    if sheet.subjects == Subjects.DEPUTY:
        rows = Deputy.objects.filter(region_id=sheet.region_id, active=True)
        return list(rows.order_by("pk").values_list("pk", flat=True))
    bodies = Organisation.objects.filter(region_id=sheet.region_id, kind__in=UNITS, active=True)
    return list(bodies.order_by("pk").values_list("pk", flat=True))


def _lines(sheet: ScoreSheet, found: Mapping[int, Score]) -> list[ScoreLine]:
    key_of = "deputy_id" if sheet.subjects == Subjects.DEPUTY else "unit_id"
    lines = [
        ScoreLine(sheet=sheet, scored=made.points, points=made.points, working=made.working, **{key_of: key})
        for key, made in found.items()
    ]
    return sorted(ranked(lines), key=lambda line: (line.rank, line.subject_id))
