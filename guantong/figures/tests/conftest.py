"""A half-year of four counties on a small scale, made by the services, and a report that tells of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.accounts.models import Role
from guantong.base.now import CHINA, acting_at
from guantong.deputies import services as deputies
from guantong.deputies.models import Activity, Station
from guantong.deputies.roster import open_station
from guantong.kernel.periods import Period
from guantong.opinions import services as opinions
from guantong.opinions.models import IntakeCode, Opinion, Outcome, Track
from guantong.opinions.services import Spoken
from guantong.opinions.services.speaking import RAPID_SETTING
from guantong.regions.loading import load_regions
from guantong.regions.models import Organisation, Region
from guantong.regions.services import adopt_setting

LEYE, TIANLIN, XILIN, LONGLIN = "451028", "451029", "451030", "451031"
MARCH = datetime(2025, 3, 12, 10, tzinfo=CHINA)
APRIL = datetime(2025, 4, 2, 10, tzinfo=CHINA)


@dataclass(frozen=True)
class Office:
    """The people of one county who work through its matters."""

    region: Region
    clerk: Actor
    second: Actor
    water: Actor
    station: Station
    stall: Station

    def code(self, station: Station) -> IntakeCode:
        return opinions.make_code(owner=station, actor=self.clerk)

    def hear(self, code: IntakeCode, count: int, *, closed: int = 0, outcome: Outcome = Outcome.RESOLVED) -> None:
        """So many opinions come in through a code in March; the first of them are closed in April."""
        with acting_at(MARCH):
            heard = [
                opinions.submit_opinion(code=code, spoken=Spoken(uuid4(), f"第{n}件：村口的路灯不亮。"))
                for n in range(count)
            ]
        with acting_at(APRIL):
            for opinion in heard[:closed]:
                self.close(opinion, outcome)

    def close(self, opinion: Opinion, outcome: Outcome = Outcome.RESOLVED) -> Opinion:
        water = Organisation.objects.get(pk=self.water.organisation_id)
        if opinion.lane == "rapid":
            opinion = opinions.triage_opinion(opinion=opinion, track=Track.LIMITED, actor=self.clerk)
        else:
            opinion = opinions.accept_opinion(opinion=opinion, actor=self.clerk)
        opinion = opinions.assign_opinion(opinion=opinion, holder=water, actor=self.clerk)
        opinion = opinions.answer_opinion(opinion=opinion, answer="已经修好。", outcome=outcome, actor=self.water)
        opinion = opinions.propose_close(opinion=opinion, actor=self.water)
        return opinions.close_opinion(opinion=opinion, actor=self.second)

    def activity(self, *visits: int, title: str = "入户听民声") -> Activity:
        """An activity held in March, with one visit for each number of person-times."""
        with acting_at(MARCH):
            planned = deputies.plan_activity(
                title=title,
                category="home_visit",
                place=self.station.place,
                region=self.region,
                planned_for=date(2025, 3, 12),
                station=self.station,
                actor=self.clerk,
            )
            for number, people in enumerate(visits):
                deputies.log_visit(
                    activity=planned,
                    household=f"第{number}户",
                    person_times=people,
                    visited_at=MARCH,
                    actor=self.clerk,
                )
            return deputies.hold_activity(activity=planned, held_at=MARCH, actor=self.clerk)

    def deed(self, title: str = "修好一段水渠") -> None:
        with acting_at(MARCH):
            promised = deputies.promise_deed(
                title=title, content=title, place=self.station.place, region=self.region, actor=self.clerk
            )
            deputies.do_deed(deed=promised, done_at=MARCH, actor=self.clerk)


@pytest.fixture
def office(db: None, hire: Callable[..., Actor]) -> Callable[[str], Office]:
    """`office("451028")`: a county's people, station and stall."""

    def make(county: str) -> Office:
        if not Organisation.objects.filter(region_id=county, code="shuili").exists():
            load_regions(only=("451000", county, f"{county}100"))
        region = Region.objects.get(pk=county)
        town = Region.objects.filter(parent_id=county).order_by("code")[0]
        bodies = {b.code: b for b in Organisation.objects.filter(region_id=county)}
        name = region.short_name
        stations = [
            open_station(
                code=f"{kind}-{county}",
                name=f"{town.short_name}{kind}",
                region=region,
                place=town,
                kind=kind,
                actor=SYSTEM_ACTOR,
            )
            for kind in (Station.Kind.STATION, Station.Kind.STALL)
        ]
        return Office(
            region,
            hire(f"office-clerk-{county}", f"{name}甲", Role.CLERK, bodies["deputy_affairs"]),
            hire(f"office-second-{county}", f"{name}乙", Role.CLERK, bodies["deputy_affairs"]),
            hire(f"office-water-{county}", f"{name}丙", Role.DEPARTMENT, bodies["shuili"]),
            *stations,
        )

    return make


@pytest.fixture
def period() -> Period:
    return Period.parse("2025H1")


@pytest.fixture
def leye(office: Callable[[str], Office]) -> Office:
    """乐业: 3 activities with 123 person-times, 6 opinions at the station of which 4 closed, 2 deeds."""
    made = office(LEYE)
    for visits in ((40, 20), (50,), (13,)):
        made.activity(*visits)
    made.hear(made.code(made.station), 6, closed=4)
    made.deed()
    made.deed("给两户老人装扶手")
    return made


@pytest.fixture
def tianlin(office: Callable[[str], Office]) -> Office:
    """田林: 5 opinions at the stall; 3 closed, of which 2 were solved."""
    made = office(TIANLIN)
    code = made.code(made.stall)
    made.hear(code, 2, closed=2)
    made.hear(code, 3, closed=1, outcome=Outcome.PLANNED)
    return made


@pytest.fixture
def longlin(office: Callable[[str], Office]) -> Office:
    """隆林: 7 requests in the rapid lane, 6 of them closed: 85.7 %."""
    made = office(LONGLIN)
    adopt_setting(
        key=RAPID_SETTING, value=["station"], effective_from=date(2025, 1, 1), basis="测试", region=made.region
    )
    made.hear(made.code(made.station), 7, closed=6)
    return made


@pytest.fixture
def xilin(office: Callable[[str], Office]) -> Office:
    """西林: people, but no records."""
    return office(XILIN)


@pytest.fixture
def half_year_of_four(leye: Office, tianlin: Office, longlin: Office, xilin: Office) -> Region:
    """The city with four counties' records."""
    return Region.objects.get(pk="451000")


REPORT = """乐业县
春耕以来，各联络站轮流进村，组织代表活动3场次，入户走访100余人次，联络站收集意见建议6条，办结4条，办实事2件。另出具审议意见书3份。
田林县
逢圩日在街口摆出代表摊位，收集意见5条，解决问题3件。请老党员出面，调解邻里纠纷18件，群众满意度86%。
隆林各族自治县
民情速办专班当天接单，收集群众诉求7件，办结率86%。
西林县
提档升级联络站，组织代表活动9场次。
"""


@pytest.fixture
def report_text() -> str:
    """A report in words of its own: one number of 田林 is too high, and some mechanisms have no records."""
    return REPORT
