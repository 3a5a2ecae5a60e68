"""The records of the demo city amount to what the half-year report of 2025 says, by every way of the procedure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from guantong.accounts.actors import SYSTEM_ACTOR
from guantong.appraisals.models import Appeal, DutyReport
from guantong.appraisals.rules.tasks import tasks_of
from guantong.appraisals.selectors.sheets import computed_sheets
from guantong.appraisals.selectors.verification import faults as score_faults
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.ballots.models import Ballot
from guantong.ballots.selectors.results import export_of, result_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.base.lockbox import lock_of
from guantong.base.now import now, today
from guantong.base.refusals import NotNow
from guantong.demo.build import build_demo
from guantong.demo.emptying import empty, is_built, refuse_foreign_records
from guantong.demo.voting import CODES
from guantong.deputies.models import Booking, Contact, ContactLink, Room, RotaDuty, Station
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.figures.values import value
from guantong.kernel.ballot_export import differences as recount
from guantong.kernel.periods import Period
from guantong.matters.models import Matter
from guantong.matters.registry import kind_by_code, kinds
from guantong.matters.services import perform
from guantong.regions.models import Region
from guantong.supervision.models import DeliberationOpinion, Problem

# Without a mark among them no test database is made, and the city would be built in the one of the installation.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

LEYE, TIANLIN, LONGLIN, XILIN = "451028", "451029", "451031", "451030"
REPORTED = {
    (LEYE, "deputy_activities_held"): 23,
    (LEYE, "station_opinions_collected"): 74,
    (LEYE, "station_opinions_resolved"): 45,
    (LEYE, "practical_deeds_done"): 37,
    (XILIN, "suggestions_key_supervised"): 96,
    (XILIN, "suggestion_special_fund_amount"): 4_500_000,
    (LEYE, "sc_meeting_observer_person_times"): 24,
    (LEYE, "research_inspection_deputy_person_times"): 32,
    (LEYE, "joint_research_counties"): 3,
    (LEYE, "study_tour_person_times"): 14,
    (LEYE, "professional_training_person_times"): 3,
    (TIANLIN, "cross_province_stations_built"): 2,
    (LONGLIN, "stations_upgraded"): 12,
    (LONGLIN, "sc_member_deputy_contact_person_times"): 46,
    (LONGLIN, "deputies_invited_to_activities"): 28,
    (TIANLIN, "market_day_opinions_collected"): 263,
    (TIANLIN, "market_day_issues_resolved"): 65,
    (LONGLIN, "rapid_response_requests_collected"): 237,
    (LONGLIN, "rapid_response_resolution_rate"): Decimal("92.0"),
    (LEYE, "deliberation_opinions_issued"): 4,
    (LEYE, "problem_lists_issued"): 4,
    (LEYE, "problem_items_listed"): 12,
    (LONGLIN, "deliberation_opinions_issued"): 2,
}


@pytest.fixture(scope="module", autouse=True)
def three_counties(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The counties that carry the figures, built once; the database is left as it was found."""
    with django_db_blocker.unblock(), transaction.atomic():
        empty()
        build_demo(counties=(LEYE, TIANLIN, LONGLIN, XILIN))
        yield
        transaction.set_rollback(True)


def amount(county: str, code: str) -> Any:
    return value(definition(code), Region.objects.get(pk=county), Period.parse("2025H1")).amount


@pytest.mark.parametrize(("county", "code"), REPORTED)
def test_a_reported_figure_is_borne_out(county: str, code: str) -> None:
    assert amount(county, code) == REPORTED[county, code]


def test_more_than_five_hundred_were_spoken_with_on_visits_in_leye() -> None:
    assert 500 <= amount(LEYE, "household_visit_person_times") < 600


def test_every_station_and_stall_has_a_rota_for_two_months_and_each_county_a_swap_and_a_centre() -> None:
    first = today().replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    for station in Station.objects.all():
        days = set(station.duties.values_list("day", flat=True))
        assert {day.replace(day=1) for day in days} == {first, following}, station
    for county in (LEYE, TIANLIN, LONGLIN, XILIN):
        assert RotaDuty.objects.filter(station__region_id=county, swapped_with__isnull=False).count() == 2
        assert Room.objects.filter(region_id=county).count() == 2
        assert Booking.objects.filter(room__region_id=county, cancelled_at__isnull=True).count() == 3


def test_roll_ups_and_ledger_hold() -> None:
    assert list(differences()) == []
    assert list(faults()) == []


def test_the_half_years_scores_are_the_same_when_computed_from_scratch() -> None:
    sheets = list(computed_sheets())
    led_to = {(sheet.region_id, sheet.subjects): sheet.state for sheet in sheets}
    settled = dict.fromkeys(((LEYE, "unit"), (LEYE, "deputy"), (XILIN, "unit"), (XILIN, "deputy")), "final")
    assert led_to == {**settled, (LONGLIN, "deputy"): "computed"}
    assert [fault for sheet in sheets for fault in score_faults(sheet)] == []
    for sheet in sheets:
        decided = sorted(Appeal.objects.filter(line__sheet=sheet).values_list("upheld", flat=True))
        assert decided == ([False, True] if sheet.state == "final" else [])


def test_tianlin_has_a_task_list_of_its_own() -> None:
    listed = tasks_of("deputy", region_code=TIANLIN, on=Period.parse("2025H1").end)
    assert "田林" in listed.basis
    assert "民意收集" in [task.label for task in listed.tasks]


def test_an_opinion_stands_in_every_state_and_every_move_was_made() -> None:
    opinion = kind_by_code("opinion").procedure
    states = set(Matter.objects.filter(kind="opinion").values_list("state", flat=True))
    assert states == set(opinion.by_state)
    moves = set(Entry.objects.values_list("action", flat=True))
    assert set(opinion.by_code) - moves == {"erase_contact"}


def test_nothing_of_the_half_year_is_left_lying_and_something_waits_today() -> None:
    year = Matter.objects.filter(kind="opinion", opened_at__year=2025, closed_at__isnull=True)
    assert not year.exists()
    for county in (LEYE, TIANLIN, LONGLIN):
        waiting = Matter.objects.filter(region_id=county, closed_at__isnull=True)
        assert 25 <= waiting.count() <= 70
    assert Matter.objects.filter(closed_at__isnull=True, due_at__lt=now()).exists()


def test_deputies_of_two_counties_reported_to_their_voters_and_two_more_are_under_way_in_each() -> None:
    for county, held in ((LEYE, 3), (TIANLIN, 2)):
        reports = DutyReport.objects.filter(region_id=county)
        assert reports.filter(state="published", year=2024, votes__gt=0).count() == held
        assert sorted(reports.exclude(year=2024).values_list("state", flat=True)) == ["planned", "written"]
    assert {report.told_by_grade for report in DutyReport.objects.filter(state="published")} == {True, False}


def test_a_committee_voted_and_votes_and_its_box_opens_with_the_printed_codes() -> None:
    *published, waiting = Ballot.objects.filter(region_id=LEYE).order_by("opened_at")
    assert ({ballot.state for ballot in published}, waiting.state) == ({"published"}, "open")
    for ballot in published:
        assert result_of(ballot).chosen == ("1",)
        assert sum(result_of(ballot).counts[0].answers.values()) == 14
        assert recount(export_of(ballot)) == []
    assert turnout_of(waiting).handed_out == 8
    assert waiting.roll.filter(deputy__person__username="leye-deputy", present=True, voted=False).exists()
    assert lock_of(CODES, waiting.pk.bytes) == waiting.lock


def test_what_a_vote_accepted_is_closed_once_every_problem_is_struck_off() -> None:
    papers = DeliberationOpinion.objects.filter(region_id=LEYE).order_by("opened_at")
    assert [paper.state for paper in papers] == ["closed", "closed", "closed", "reported"]
    assert not Problem.objects.filter(origin__in=papers[:3]).exclude(state="accepted").exists()
    assert all(paper.vote["passed"] for paper in papers[:3])


@pytest.mark.parametrize("kind", sorted(kind.procedure.code for kind in kinds()))
def test_no_move_is_made_from_a_state_that_is_not_declared_for_it(kind: str) -> None:
    procedure = kind_by_code(kind).procedure
    row = kind_by_code(kind).model._default_manager.filter(rules_version=procedure.version).first()
    assert row is not None, "the demo has no record of the kind"
    refused = 0
    for state in procedure.by_state:
        Matter.objects.filter(pk=row.pk).update(state=state)
        for move in procedure.transitions:
            if state not in move.sources:
                with pytest.raises(NotNow), transaction.atomic():
                    perform(matter=row, transition=move.code, actor=SYSTEM_ACTOR)
                refused += 1
    assert refused


def test_nothing_lies_in_the_future() -> None:
    assert not Entry.objects.filter(at__gt=now()).exists()


def test_building_again_changes_nothing() -> None:
    before = Entry.objects.count()
    build_demo()
    assert Entry.objects.count() == before


def test_a_database_with_other_records_is_neither_filled_nor_emptied() -> None:
    with transaction.atomic():
        empty()
        Region.objects.create(code="990000", name="某市", short_name="某", level="city")
        for reset in (False, True):
            with pytest.raises(NotNow):
                build_demo(reset=reset)
        assert Region.objects.count() == 1
        transaction.set_rollback(True)
    assert is_built()
    refuse_foreign_records()


def test_who_breaks_off_finds_the_database_as_it_was() -> None:
    before = (Matter.objects.count(), Entry.objects.count())

    def break_off(what: str, done: int, total: int) -> None:
        if done > 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_demo(reset=True, progress=break_off, counties=(TIANLIN,))
    assert (Matter.objects.count(), Entry.objects.count()) == before


def test_every_county_keeps_links_and_an_opinion_and_a_deed_came_of_them() -> None:
    for county in (LEYE, TIANLIN, LONGLIN, XILIN):
        links, contacts = ContactLink.objects.filter(region=county), Contact.objects.filter(link__region=county)
        assert set(links.values_list("target", flat=True)) == {"deputy", "household", "group", "enterprise"}
        assert links.filter(contacts__isnull=True).exists()
        assert set(contacts.values_list("on_behalf", flat=True)) == {True, False}
        assert set(contacts.filter(became__isnull=False).values_list("became__kind", flat=True)) == {"opinion", "deed"}
