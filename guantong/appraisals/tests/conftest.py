"""The half-year before this one, what two deputies and a unit did in it, and its sheets."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.appraisals import services
from guantong.appraisals.models import DutyReport, ScoreLine, ScoreSheet, Subjects
from guantong.base.now import CHINA, acting_at, now, today
from guantong.base.satisfaction import Satisfaction
from guantong.deputies import services as deputies
from guantong.deputies.models import Deputy, Station
from guantong.deputies.roster import register_deputy
from guantong.figures.selectors import half_year_of
from guantong.kernel.periods import Period
from guantong.regions.models import Organisation, Region
from guantong.suggestions import services as suggestions
from guantong.suggestions.models import HowContacted, Put, ReplyCategory, Subject, Suggestion
from guantong.suggestions.services import Reply


@pytest.fixture
def half() -> Period:
    """The half-year before this one."""
    return half_year_of(today()).previous()


@pytest.fixture
def on_day(half: Period) -> Callable[[int], AbstractContextManager[None]]:
    """`with on_day(40): …` — acting on the fortieth day of that half-year, at ten in the morning."""
    return lambda n: acting_at(datetime.combine(half.start + timedelta(days=n), time(10), CHINA))


@pytest.fixture
def second_deputy_a(hire: Callable[..., Actor], station_a: Station) -> Actor:
    """Another deputy of station_a; their row is `second_row_a`."""
    actor = hire("deputy-2-a", "韦小兰", Role.DEPUTY, station_a.organisation)
    register_deputy(
        name=actor.name, level="county", region=station_a.region, place=station_a.place, station=station_a,
        person=Person.objects.get(pk=actor.person_id), actor=SYSTEM_ACTOR,
    )  # fmt: skip
    return actor


@pytest.fixture
def second_row_a(second_deputy_a: Actor) -> Deputy:
    return Deputy.objects.get(person_id=second_deputy_a.person_id)


@pytest.fixture
def take_part(
    clerk_a: Actor, county_a: Region, station_a: Station, on_day: Callable[[int], AbstractContextManager[None]]
) -> Callable[..., Any]:
    """`take_part([deputy], "reception", day=40, visits=3)`: an activity at station_a was held on that day."""

    def make(who: list[Deputy], category: str = "reception", *, day: int = 40, visits: int = 0) -> Any:
        with on_day(day):
            activity = deputies.plan_activity(
                title="接待群众", category=category, place=station_a.place, region=county_a, planned_for=today(),
                station=station_a, deputies=who, actor=clerk_a,
            )  # fmt: skip
            held = deputies.hold_activity(activity=activity, held_at=now(), deputies=who, actor=clerk_a)
            for deputy in who if visits else ():
                deputies.log_visit(
                    activity=held, household="三组", person_times=visits, visited_at=now(), deputy=deputy, actor=clerk_a
                )
        return held

    return make


@pytest.fixture
def suggest(
    deputy_a: Actor, deputy_row_a: Deputy, clerk_a: Actor, department_a: Actor,
    on_day: Callable[[int], AbstractContextManager[None]],
) -> Callable[..., Suggestion]:  # fmt: skip
    """`suggest(day=40, replied=30, phone=True)`: deputy_a put it, the water department replied so many days after."""

    def make(
        day: int = 20, replied: int = 30, *, phone: bool = False, grade: Satisfaction = Satisfaction.SATISFIED
    ) -> Suggestion:
        water = Organisation.objects.get(pk=department_a.organisation_id)
        with on_day(day):
            one = suggestions.draft_suggestion(
                lead=deputy_row_a, title="关于修缮民治村三组水渠的建议", body="水渠塌了十来米。",
                subject=Subject.FARMING, put=Put.BETWEEN, year=today().year, actor=deputy_a,
            )  # fmt: skip
            one = suggestions.submit_suggestion(suggestion=one, actor=deputy_a)
            one = suggestions.accept_suggestion(suggestion=one, actor=clerk_a)
            one = suggestions.hand_over(suggestion=one, lead_unit=water, actor=clerk_a)
        with on_day(day + replied):
            how = HowContacted.PHONE if phone else HowContacted.MEETING
            one = suggestions.log_contact(
                suggestion=one, at=now(), how=how, who="局长农建业", notes="代表同意。", actor=department_a
            )
            reply = Reply("已修好。", ReplyCategory.RESOLVED, "乐水函3号")
            one = suggestions.reply_to_suggestion(suggestion=one, reply=reply, actor=department_a)
        with on_day(day + replied + 1):
            return suggestions.rate_suggestion(
                suggestion=one, rated_process=Satisfaction.SATISFIED, rated_result=grade, actor=deputy_a
            )

    return make


@pytest.fixture
def sheet(county_a: Region, clerk_a: Actor, director_a: Actor, half: Period) -> Callable[..., ScoreSheet]:
    """`sheet(Subjects.UNIT, "published")`: the sheet of county A for that half-year, led to a state."""

    def make(subjects: Subjects = Subjects.DEPUTY, to: str = "published") -> ScoreSheet:
        made = services.set_up_sheet(region=county_a, subjects=subjects, period=half, actor=clerk_a)
        if to == "draft":
            return made
        made = services.compute_sheet(sheet=made, actor=clerk_a)
        return made if to == "computed" else services.publish_sheet(sheet=made, actor=director_a)

    return make


@pytest.fixture
def line_of() -> Callable[[ScoreSheet, Any], ScoreLine]:
    """`line_of(sheet, deputy)`: the line of a deputy or unit."""

    def find(sheet: ScoreSheet, subject: Any) -> ScoreLine:
        key = {"deputy": subject} if isinstance(subject, Deputy) else {"unit": subject}
        return sheet.lines.get(**key)

    return find


@pytest.fixture
def photo() -> Callable[[], SimpleUploadedFile]:
    """`photo()`: a picture of a list or of a tally."""

    def make() -> SimpleUploadedFile:
        buffer = io.BytesIO()
        Image.new("RGB", (64, 48), (90, 120, 60)).save(buffer, "JPEG")
        return SimpleUploadedFile("签到表.jpg", buffer.getvalue(), "image/jpeg")

    return make


@pytest.fixture
def plan(deputy_row_a: Deputy, clerk_a: Actor) -> Callable[..., DutyReport]:
    """`plan(year=2024)`: the report of deputy_a is planned, unless told for last year."""

    def make(deputy: Deputy = deputy_row_a, actor: Actor = clerk_a, **more: Any) -> DutyReport:
        given = {"year": today().year - 1, "planned_for": now() + timedelta(days=3), "venue": "民治村村委会", **more}
        return services.plan_report(deputy=deputy, actor=actor, **given)

    return make


@pytest.fixture
def lead_report(
    deputy_a: Actor, keeper_a: Actor, clerk_a: Actor, photo: Callable[[], SimpleUploadedFile]
) -> Callable[..., DutyReport]:
    """`lead_report(report, "held", slips=6, present=6)`: lead a planned report to a state.

    `paper` are the grades on paper, the best first.
    """

    def lead(
        report: DutyReport, to: str, *, slips: int = 0, present: int = 6, paper: tuple[int, int, int] = (4, 1, 0)
    ) -> DutyReport:
        steps: dict[str, Callable[[DutyReport], DutyReport]] = {
            "written": lambda r: services.write_report(report=r, body="各位选民：去年我走访了三组。", actor=deputy_a),
            "held": lambda r: services.hold_report(report=r, present=present, sign_in=photo(), actor=keeper_a),
            "rated": lambda r: services.rate_report(
                report=r, actor=keeper_a, tally=photo(), satisfied=paper[0], fair=paper[1], dissatisfied=paper[2]
            ),
            "published": lambda r: services.publish_report(report=r, actor=clerk_a),
        }
        if to == "cancelled":
            return services.cancel_report(report=report, reason="代表住院", actor=clerk_a)
        if to != "planned" and slips:
            report = services.print_slips(report=report, count=slips, actor=keeper_a)
        names = list(steps)
        done = names.index(report.state) + 1 if report.state in names else 0
        for name in names[done:] if to in names else ():
            report = steps[name](report)
            if name == to:
                break
        return report

    return lead
