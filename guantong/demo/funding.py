"""The special fund of a county and the small projects that are paid from it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.base.satisfaction import Satisfaction
from guantong.demo.county import County, director_of
from guantong.demo.moments import at, days_later, office, workdays_later
from guantong.demo.suggesting import plan_of
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.funds import services as funds
from guantong.funds.models import Fund, FundProject
from guantong.regions.models import Organisation
from guantong.suggestions.models import Suggestion

SMALLEST, LARGEST = 8, 36
"""What a project asks for, in ten thousands of yuan."""

FUND_DAYS, PROJECT_DAYS = 20, (80, 140)
"""Days into the half-year at which the fund is set up, and between which projects are applied for."""


def fund_course(county: County) -> Course:
    """The fund is set up early in the year."""
    funds.set_up_fund(
        region=county.region,
        year=today().year,
        amount=plan_of(county.code)["fund"],
        basis=f"{county.region.name}人大常委会决定设立",
        actor=county.clerks[0],
    )
    yield from ()


@dataclass(frozen=True, slots=True)
class Project:
    """One project to come; which suggestion it answers is seen when it begins."""

    county: County
    begins_at: datetime
    rng: Random


def fund_moment(first: date) -> datetime:
    """When a county's fund is set up."""
    return at(first + timedelta(days=FUND_DAYS), 10)


def projects(county: County, first: date) -> Iterator[Project]:
    """The projects of the half-year that begins on `first`."""
    rng = Random(f"2025 fund projects {county.code}")  # noqa: S311  a repeatable story, not a secret
    for _ in range(plan_of(county.code)["projects"]):
        day = first + timedelta(days=rng.randint(*PROJECT_DAYS))
        yield Project(county, office(day, rng), Random(rng.random()))  # noqa: S311  (a story)


def project_course(project: Project) -> Course:
    """Applied for, screened, approved, built, paid in two parts, accepted with the lead deputy present, and rated."""
    county, rng, words = project.county, project.rng, data("suggestions")["words"]
    suggestion = _unpaid(county)
    if suggestion is None:
        return
    unit = Organisation.objects.get(pk=suggestion.holder_id or county.bodies["shuili"].pk)
    officer, clerk = county.officer(unit), county.clerks[0]
    asked = rng.randint(SMALLEST, LARGEST) * 10_000
    row = funds.apply_for_fund(
        fund=Fund.objects.get(region=county.region),
        suggestion=suggestion,
        unit=unit,
        title=suggestion.title.removeprefix("关于").removesuffix("的建议"),
        content=suggestion.body,
        asked=asked,
        outside_pool=True,
        actor=officer,
    )
    yield workdays_later(now(), rng.randint(2, 6), rng)
    row = funds.screen_project(project=row, finding=words["finding"], actor=clerk)
    yield workdays_later(now(), rng.randint(3, 9), rng)
    row = funds.approve_project(project=row, approved=asked - asked // 10, actor=director_of(county))
    yield from _built(project, row, officer, suggestion)


def _built(project: Project, row: FundProject, officer: Actor, suggestion: Suggestion) -> Course:
    county, rng, words = project.county, project.rng, data("suggestions")["words"]
    finance = county.officer(county.bodies["caizheng"])
    yield days_later(now(), rng.randint(5, 20), rng)
    agreed = (row.approved or 0) // 100 * 97
    row = funds.sign_contract(
        project=row, contractor=rng.choice(words["contractors"]), contracted=agreed, actor=officer
    )
    row = funds.pay_project(project=row, amount=agreed // 2, voucher=f"财拨{row.pk.hex[-6:]}-1", actor=finance)
    yield days_later(now(), rng.randint(30, 80), rng)
    row = funds.finish_project(project=row, work_done=words["done"], photos=_photo(rng), actor=officer)
    yield workdays_later(now(), rng.randint(2, 8), rng)
    row = funds.accept_project(project=row, witness=suggestion.lead, actor=county.clerks[1])
    yield days_later(now(), rng.randint(1, 6), rng)
    row = funds.pay_project(project=row, amount=agreed - agreed // 2, voucher=f"财拨{row.pk.hex[-6:]}-2", actor=finance)
    grade = Satisfaction.SATISFIED if rng.random() < 0.85 else Satisfaction.FAIR
    funds.rate_project(project=row, rated=grade, actor=county.deputy_actor(suggestion.lead))


def _unpaid(county: County) -> Suggestion | None:
    """The oldest suggestion in handling that no project answers yet."""
    taken = FundProject.objects.filter(region=county.region).values("answers_id")
    waiting = Suggestion.objects.filter(region=county.region, state="handling").exclude(pk__in=taken)
    return waiting.select_related("lead").order_by("opened_at").first()


def _photo(rng: Random) -> SimpleUploadedFile:
    """A picture as a phone would make it of finished work: here a plain field of colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (320, 240), (rng.randint(90, 160), rng.randint(110, 170), 90)).save(buffer, "JPEG")
    return SimpleUploadedFile("现场.jpg", buffer.getvalue(), "image/jpeg")
