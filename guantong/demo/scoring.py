"""The score sheets of the half-year, the appeals against them, and the counties' own rules for scores and tasks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from guantong.accounts.actors import Actor
from guantong.appraisals import services as appraisals
from guantong.appraisals.models import Appeal, ScoreLine, ScoreSheet, Subjects
from guantong.base.now import now
from guantong.demo.county import County, director_of
from guantong.demo.moments import office, soon, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region
from guantong.regions.services import adopt_setting

HALF_YEAR = Period.parse("2025H1")
IN_FORCE = date(2025, 1, 1)

SET_UP_ON = date(2025, 7, 28)
"""By then what was replied to in the half-year and had to be handled again is rated too: its rates are at rest."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One sheet to come; `published`: it is led to its end, with two appeals, one upheld and one rejected."""

    county: County
    subjects: Subjects
    published: bool
    begins_at: datetime
    rng: Random


def adopt_rules(counties: Collection[str]) -> None:
    """The counties' own rules, each with its document, in force since the new year."""
    for row in data("scoring")["rule"]:
        if row["county"] in counties:
            adopt_setting(
                key=row["key"],
                value=row["value"],
                effective_from=IN_FORCE,
                basis=row["basis"],
                region=Region.objects.get(pk=row["county"]),
            )


def sheets(county: County) -> list[Plan]:
    """A county's sheets of the half-year; most counties have none."""
    rng = Random(f"2025 scores {county.code}")  # noqa: S311  a repeatable story, not a secret
    own = data("scoring")["sheets"].get(county.code, {})
    return [
        Plan(county, Subjects(subjects), how == "published", office(SET_UP_ON, rng), Random(rng.random()))  # noqa: S311  (a story)
        for subjects, how in own.items()
    ]


def sheet_course(plan: Plan) -> Course:
    """Set up, computed by one clerk, published by the director; two appeal, the other clerk decides; settled."""
    county, rng = plan.county, plan.rng
    sheet = appraisals.set_up_sheet(
        region=county.region, subjects=plan.subjects, period=HALF_YEAR, actor=county.clerks[0]
    )
    sheet = appraisals.compute_sheet(sheet=sheet, actor=county.clerks[0])
    if not plan.published:
        return
    director = director_of(county)
    yield workdays_later(now(), 1, rng)
    sheet = appraisals.publish_sheet(sheet=sheet, actor=director)
    for upheld in (True, False):
        yield workdays_later(now(), 1, rng)
        sheet = _appealed(plan, sheet, upheld=upheld)
        yield soon(now(), rng)
        sheet = _decided(plan, sheet, upheld=upheld)
    yield workdays_later(sheet.appeals_until or now(), 1, rng)
    appraisals.settle_sheet(sheet=sheet, actor=director)


def _appealed(plan: Plan, sheet: ScoreSheet, *, upheld: bool) -> ScoreSheet:
    """An appeal of the lowest line that lacks what the appeal says was overlooked; the other, of one in the middle."""
    words = data("scoring")["appeal"][plan.subjects]
    lines = [line for line in sheet.lines.filter(appeal=None) if _can_appeal(line)]
    if upheld:
        lines = [line for line in lines if _one_more(line, words["figure"])]
    line = lines[-1 if upheld else len(lines) // 2]
    ground = words["upheld" if upheld else "rejected"]["ground"]
    return appraisals.appeal_score(sheet=sheet, ground=ground, actor=_appellant(plan.county, line))


def _decided(plan: Plan, sheet: ScoreSheet, *, upheld: bool) -> ScoreSheet:
    words = data("scoring")["appeal"][plan.subjects]
    appeal = Appeal.objects.select_related("line").get(line__sheet=sheet, decided_at=None)
    return appraisals.decide_appeal(
        appeal=appeal,
        upheld=upheld,
        answer=words["upheld" if upheld else "rejected"]["answer"],
        change=_one_more(appeal.line, words["figure"]) if upheld else Decimal(0),
        actor=plan.county.clerks[1],
    )


def _can_appeal(line: ScoreLine) -> bool:
    return line.unit_id is not None or (line.deputy is not None and line.deputy.person_id is not None)


def _appellant(county: County, line: ScoreLine) -> Actor:
    if line.deputy is not None:
        return county.deputy_actor(line.deputy)
    return county.officer(Organisation.objects.get(pk=line.subject_id))


def _one_more(line: ScoreLine, figure: str) -> Decimal:
    """What one record more of a figure would add to a line's points; 0 where it has all of them already."""
    item: dict[str, Any] = next((row for row in line.working["items"] if row["figure"] == figure), {})
    most = item.get("of", item.get("full_at", 0))
    if item.get("count", 0) >= most:
        return Decimal(0)
    share: Decimal = Decimal(item["full"]) * 100 / most / line.working["full"]
    return share.quantize(Decimal("0.01"), ROUND_HALF_UP)
