"""Deputies report to their voters on 2024 and are rated; this year's reports are planned and being written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.appraisals import services as appraisals
from guantong.appraisals.models import DutyReport, Slip
from guantong.appraisals.selectors.reports import draft_of, year_in_question
from guantong.base.now import now, today
from guantong.base.satisfaction import BEST_FIRST, Satisfaction
from guantong.demo.county import County
from guantong.demo.moments import at, days_later, office, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.deputies.models import Deputy

YEAR = 2024
FIRST_DAY = date(2025, 1, 6)
PLANNED_BEFORE = timedelta(days=20)
"""How long ago the reports that are under way were planned."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report to come; without `present` it is still under way, planned or (where `written`) waiting to be held."""

    county: County
    deputy: Deputy
    year: int
    begins_at: datetime
    rng: Random
    present: int = 0
    phone: Sequence[int] = ()
    paper: Sequence[int] = ()
    written: bool = False


def reports(county: County) -> Iterator[Report]:
    """The reports of a county's deputies who have accounts; most counties have none."""
    rng = Random(f"2025 reports {county.code}")  # noqa: S311  a repeatable story, not a secret
    given = data("reporting")["county"].get(county.code, [])
    deputies = [deputy for deputy in county.deputies if deputy.person_id is not None and deputy.station_id is not None]
    for number, (deputy, told) in enumerate(zip(deputies, given, strict=False)):
        day = office(FIRST_DAY + timedelta(days=9 * number), rng)
        yield Report(county, deputy, YEAR, day, Random(rng.random()), **told)  # noqa: S311  (a story)
    for number, deputy in enumerate(deputies[:2] if given else ()):
        day = office(today() - PLANNED_BEFORE, rng)
        yield Report(county, deputy, year_in_question(), day, Random(rng.random()), written=number == 0)  # noqa: S311  (a story)


def report_course(plan: Report) -> Course:
    """Planned by the keeper, written by the deputy, held with slips, counted, published by the congress."""
    county, rng, words, deputy = plan.county, plan.rng, data("reporting")["words"], plan.deputy
    if deputy.station is None:
        return
    keeper, own = county.officer(deputy.station.organisation), county.deputy_actor(deputy)
    meeting = office((now() + timedelta(days=16)).date(), rng)
    report = appraisals.plan_report(
        deputy=deputy,
        year=plan.year,
        planned_for=meeting,
        venue=words["venue"].format(place=deputy.place.name.removesuffix("村")),
        actor=keeper,
    )
    if not (plan.present or plan.written):
        return
    yield days_later(now(), rng.randint(3, 8), rng)
    body = f"{draft_of(report)}\n{rng.choice(words['ends'])}"
    report = appraisals.write_report(report=report, body=body, actor=own)
    if not plan.present:
        return
    yield at(meeting.date(), 8, 40)
    report = appraisals.print_slips(report=report, count=plan.present + 2, actor=keeper)
    yield at(meeting.date(), 9, 30)
    report = appraisals.hold_report(
        report=report, present=plan.present, sign_in=_picture("签到表.jpg", rng), actor=keeper
    )
    yield at(meeting.date(), 10, 10)
    _rate(report, plan)
    yield at(meeting.date(), 11, rng.randint(0, 40))
    satisfied, fair, dissatisfied = plan.paper
    report = appraisals.rate_report(
        report=report,
        satisfied=satisfied,
        fair=fair,
        dissatisfied=dissatisfied,
        tally=_picture("计票单.jpg", rng) if any(plan.paper) else None,
        actor=keeper,
    )
    yield workdays_later(now(), rng.randint(2, 9), rng)
    appraisals.publish_report(report=report, actor=county.clerks[0])


def _rate(report: DutyReport, plan: Report) -> None:
    grades = [Satisfaction(value) for (value, _label), n in zip(BEST_FIRST, plan.phone, strict=True) for _ in range(n)]
    plan.rng.shuffle(grades)
    for slip, grade in zip(Slip.objects.filter(report=report).select_related("report"), grades, strict=False):
        appraisals.rate_by_slip(slip=slip, grade=grade, form=UUID(int=plan.rng.getrandbits(128)))


def _picture(name: str, rng: Random) -> SimpleUploadedFile:
    """A picture as a phone would make it of a list: here a plain field of colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (320, 240), (rng.randint(200, 240), rng.randint(200, 240), 215)).save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")
