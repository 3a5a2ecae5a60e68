"""Building the demo city: everything through the services, each act at its own moment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from guantong.audit.seals import seal_past_days
from guantong.base.now import acting_at, now, today
from guantong.demo import (
    duties,
    funding,
    linking,
    meetings,
    reporting,
    rota,
    scoring,
    suggesting,
    supervising,
    taking_part,
    voices,
    voting,
)
from guantong.demo.accounts import ACCOUNTS
from guantong.demo.county import County, enterprise_names, hire_account, settle_county
from guantong.demo.courses import course_of
from guantong.demo.emptying import empty, is_built, own_tables, refuse_early_clock, refuse_foreign_records
from guantong.demo.moments import at
from guantong.demo.timeline import Timeline, sweeping
from guantong.demo.words import data
from guantong.figures.settle import settle
from guantong.matters.search import index_new_matters
from guantong.matters.services import sweep_overdue
from guantong.opinions.services.speaking import RAPID_SETTING
from guantong.regions.loading import codes_within, load_regions
from guantong.regions.models import Region
from guantong.regions.services import adopt_setting

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

CITY = "451000"
RAPID_COUNTY = "451031"
BEGIN = date(2024, 12, 2)
"""When the offices were set up."""

EARLIEST = date(2025, 8, 20)
"""The first day on which the city can be built: its half-year is over, and the last weeks have begun."""

RECENT = timedelta(days=44)
"""How far back the last weeks reach: long enough that what was handled late is still open."""

TAKEN_UP = (18, 6)
"""Days before the demo was built on which a deputy took an opinion up as a suggestion."""

SWEEPS = (8, 11, 15, 18)
"""Hours of the day at which late matters are looked for."""


def build_demo(
    *, reset: bool = False, progress: Progress | None = None, counties: Collection[str] | None = None
) -> None:
    """Build the city of the demonstration, or only some of its counties; nothing happens where it stands already.

    All of it is one transaction: interrupted, or with `reset` interrupted, the database is as it was before.
    `reset` removes every record and file first. Raises NotNow in a database with records that are not the demo's,
    and on a machine whose clock is before EARLIEST.
    """
    tell = progress or (lambda *_: None)
    if is_built() and not reset:
        return
    refuse_foreign_records()
    refuse_early_clock(EARLIEST)
    with transaction.atomic():
        if reset:
            empty()
        tell("行政区划与机构", 0, 1)
        chosen = _settle(counties)
        tell("行政区划与机构", 1, 1)
        _live(chosen, tell)
        _finish(tell)
    _refresh_statistics()


def _settle(counties: Collection[str] | None) -> list[County]:
    chosen = sorted(counties or data("counties")["county"])
    with acting_at(at(BEGIN, 9)):
        load_regions(only=None if counties is None else _needed(chosen))
        for account in ACCOUNTS:
            if account.county == CITY:
                hire_account(account)
        if RAPID_COUNTY in chosen:
            adopt_setting(
                key=RAPID_SETTING,
                value=["station", "deputy"],
                effective_from=date(2025, 1, 1),
                basis="演示数据：联络站和代表收到的意见进入民情速办",
                region=Region.objects.get(pk=RAPID_COUNTY),
            )
        scoring.adopt_rules(chosen)
        order = sorted(data("counties")["county"])
        return [settle_county(Region.objects.get(pk=code), enterprise_names(order.index(code))) for code in chosen]


def _needed(counties: list[str]) -> list[str]:
    """The regions of some counties, and the counties that they research together with."""
    own = [code for county in counties for code in codes_within(county)]
    return [*own, *(code for county in counties for code in taking_part.partners_of(county))]


def _live(counties: list[County], tell: Progress) -> None:
    timeline = Timeline()
    timeline.begin(at(BEGIN, 8), sweeping(_sweeps(), lambda: sweep_overdue(limit=5000)))
    for county in counties:
        _begin_duties(timeline, county)
        _begin_voices(timeline, county)
        for vote in voting.votes(county):
            timeline.begin(vote.begins_at, voting.vote_course(vote))
        _begin_meetings(timeline, county)
        for bond in linking.bonds(county):
            timeline.begin(bond.made_at, linking.bond_course(bond))
    total = _months(today())
    timeline.run(now(), lambda moment: tell(f"{moment:%Y年%m月}的事项", _months(moment.date()) - 1, total))


def _months(day: date) -> int:
    return (day.year - BEGIN.year) * 12 + day.month - BEGIN.month + 1


def _sweeps() -> Iterator[datetime]:
    day = BEGIN
    while True:
        yield from (at(day, hour, 5) for hour in SWEEPS)
        day += timedelta(days=1)


def _begin_duties(timeline: Timeline, county: County) -> None:
    plan = data("counties")["county"][county.code]
    since = max(today() - timedelta(days=45), date(2025, 7, 2))
    held = [
        *duties.half_year(county, plan["activities"], plan["person_times"], voices.FIRST, voices.LAST),
        *duties.half_year(county, _fewer(plan["activities"], 3), plan["person_times"] // 3, date(2025, 7, 1), since),
        *duties.half_year(county, _fewer(plan["activities"], 5), 18, since, today() + timedelta(days=12), calls_off=0),
    ]
    for duty in held:
        timeline.begin(duty.planned_at, duties.activity_course(duty))
    for event in [
        *taking_part.half_year(county, voices.FIRST, voices.LAST),
        *taking_part.half_year(county, date(2025, 7, 1), since, share=2),
    ]:
        timeline.begin(event.planned_at, taking_part.event_course(event))
    _begin_suggestions(timeline, county, since)
    for sheet in scoring.sheets(county):
        timeline.begin(sheet.begins_at, scoring.sheet_course(sheet))
    for report in reporting.reports(county):
        timeline.begin(report.begins_at, reporting.report_course(report))
    for session in supervising.sessions(county, voices.FIRST):
        timeline.begin(session.proposed_at, supervising.session_course(session))
    turns = rota.Turns(county, today())
    timeline.begin(turns.made_at, rota.rota_course(turns))
    timeline.begin(turns.made_at, rota.centre_course(turns))
    for project in taking_part.projects(county, voices.FIRST):
        timeline.begin(project.proposed_at, taking_part.project_course(project))
    done = [
        *duties.promises(county, plan["deeds"], voices.FIRST, voices.LAST),
        *duties.promises(county, plan["deeds"] // 3, date(2025, 7, 1), since),
        *duties.promises(county, 2 + plan["deeds"] // 8, since, today() + timedelta(days=24), gives_up=0),
    ]
    for promise in done:
        timeline.begin(promise.promised_at, duties.deed_course(promise))


def _begin_meetings(timeline: Timeline, county: County) -> None:
    for meeting in meetings.congress(county):
        timeline.begin(meeting.planned_at, meetings.meeting_course(meeting))
    if county.code == meetings.WELCOMING:
        timeline.begin(at(today() - timedelta(days=2), 10), meetings.today_course(county, today()))


def _begin_suggestions(timeline: Timeline, county: County, since: date) -> None:
    plan = suggesting.plan_of(county.code)
    # Marked as key within the half-year, so put early enough to be checked and handed over by then.
    first, last = voices.FIRST, voices.LAST - timedelta(days=30)
    put = [
        *suggesting.ideas(county, first, last, plan["h1"], plan["key"]),
        *suggesting.ideas(county, date(2025, 7, 1), since, max(3, min(plan["h1"], 20) // 2), 1),
        *suggesting.ideas(county, since, today(), 3, 0),
    ]
    for idea in put:
        timeline.begin(idea.drafted_at, suggesting.idea_course(idea))
    for days in TAKEN_UP:
        timeline.begin(at(today() - timedelta(days=days), 10, 30), suggesting.taken_up(county))
    if "fund" in plan:
        timeline.begin(funding.fund_moment(first), funding.fund_course(county))
        for small in funding.projects(county, first):
            timeline.begin(small.begins_at, funding.project_course(small))


def _fewer(counts: dict[str, int], share: int) -> dict[str, int]:
    return {category: max(1, min(count, 12) // share) for category, count in counts.items()}


def _begin_voices(timeline: Timeline, county: County) -> None:
    plan = data("counties")["county"][county.code]
    sources = [source for group in plan["h1"] for source in group["sources"]]
    recent = today() - RECENT
    heard = [
        *(voice for group in plan["h1"] for voice in voices.first_half(county, group)),
        *voices.between(county, sources, plan["middle"], date(2025, 7, 1), recent, "middle"),
        *voices.lately(county, sources, plan["recent"], recent, today()),
        *voices.just_now(county, sources, 1 + plan["recent"] // 20, now()),
    ]
    for voice in heard:
        timeline.begin(voice.spoken_at, course_of(voice))


def _finish(tell: Progress) -> None:
    for number, (what, work) in enumerate((("统计数字", settle), ("检索词", _index), ("封存台账", seal_past_days))):
        tell(what, number, 3)
        work()
    tell("封存台账", 3, 3)


def _index() -> None:
    while index_new_matters(limit=5000):
        pass


def _refresh_statistics() -> None:
    with connection.cursor() as cursor:
        # Of our own tables alone: the server's are shared by all its databases, and others may hold them.
        # SQL: our own tables' names, quoted
        cursor.execute(f"ANALYZE {own_tables()}")
