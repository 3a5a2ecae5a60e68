"""From the declaration: what may be done with a report is done by its service, and what may not is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.appraisals import services
from guantong.appraisals.forms.reports import REPORT_FORMS
from guantong.appraisals.models import DutyReport
from guantong.appraisals.procedures import DUTY_REPORT
from guantong.audit.models import Entry
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.models import Deputy
from guantong.matters.services import perform

pytestmark = pytest.mark.django_db
STATES = [state.code for state in DUTY_REPORT.states]
LEGAL = [
    (state, move.code)
    for move in DUTY_REPORT.transitions
    for state in move.sources
    if state is not None and not move.automatic
]
Make = Callable[[DutyReport], DutyReport]


@pytest.fixture
def makers(deputy_a: Actor, keeper_a: Actor, clerk_a: Actor, photo: Callable[[], Any]) -> dict[str, Make]:
    """Transition → making it by its service."""

    def write(r: DutyReport) -> DutyReport:
        return services.write_report(report=r, body="各位选民：", actor=deputy_a)

    return {
        "reschedule": lambda r: services.reschedule_report(
            report=r, planned_for=now() + timedelta(days=9), venue="乡文化站", actor=keeper_a
        ),
        "write": write,
        "rewrite": write,
        "print_slips": lambda r: services.print_slips(report=r, count=3, actor=keeper_a),
        "hold": lambda r: services.hold_report(report=r, present=5, sign_in=photo(), actor=keeper_a),
        "rate": lambda r: services.rate_report(report=r, satisfied=5, tally=photo(), actor=keeper_a),
        "publish": lambda r: services.publish_report(report=r, actor=clerk_a),
        "cancel": lambda r: services.cancel_report(report=r, reason="代表住院", actor=keeper_a),
    }


def test_every_move_of_a_person_has_its_service_and_its_form(makers: dict[str, Make]) -> None:
    moves = {move.code for move in DUTY_REPORT.transitions if not move.automatic and not move.opens}
    assert set(makers) == moves == set(REPORT_FORMS)


@pytest.mark.parametrize(("state", "move"), LEGAL)
def test_a_legal_move_is_made_and_entered(
    state: str, move: str, makers: dict[str, Make], plan: Any, lead_report: Any
) -> None:
    stands = lead_report(plan(), state)
    assert stands.state == state
    moved = makers[move](stands)
    assert moved.state == DUTY_REPORT.by_code[move].lands_in(state)
    last = Entry.objects.filter(chain=moved.pk).latest("seq")
    assert (last.action, last.source, last.target) == (move, state, moved.state)


@pytest.mark.parametrize("state", STATES)
def test_every_other_move_is_refused_and_leaves_nothing(state: str, plan: Any, lead_report: Any) -> None:
    stands = lead_report(plan(), state)
    for move in DUTY_REPORT.transitions:
        if state not in move.sources and not move.opens:
            with pytest.raises(NotNow, match=DUTY_REPORT.by_state[state].label):
                perform(matter=stands, transition=move.code, actor=SYSTEM_ACTOR)
    again = DutyReport.objects.get(pk=stands.pk)
    assert (again.state, again.version) == (state, stands.version)


def test_a_deputy_has_one_report_a_year_unless_it_is_called_off(
    plan: Any, lead_report: Any, deputy_row_a: Deputy, keeper_a: Actor
) -> None:
    first = plan()
    with pytest.raises(BadInput, match="已经安排"):
        plan(actor=keeper_a)
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyReport.objects.filter(pk=plan(year=today().year).pk).update(year=first.year)
    lead_report(first, "cancelled")
    assert plan().state == "planned"


def test_a_form_sent_twice_plans_one_report(plan: Any) -> None:
    first = plan(client_id=None)
    assert plan(client_id=first.pk).pk == first.pk
    assert DutyReport.objects.count() == 1


def test_each_does_their_own_part(
    plan: Any, lead_report: Any, photo: Any, deputy_a: Actor, second_deputy_a: Actor, keeper_a: Actor, clerk_a: Actor,
    clerk_b: Actor, department_a: Actor,
) -> None:  # fmt: skip
    for stranger in (deputy_a, department_a, clerk_b):
        with pytest.raises(NotAllowed):
            plan(actor=stranger)
    report = plan()
    for other in (second_deputy_a, keeper_a, clerk_a):
        with pytest.raises(NotAllowed, match="本人"):
            services.write_report(report=report, body="代写", actor=other)
    report = lead_report(report, "written")
    for move in (
        lambda: services.print_slips(report=report, count=1, actor=deputy_a),
        lambda: services.hold_report(report=report, present=9, sign_in=photo(), actor=deputy_a),
    ):
        with pytest.raises(NotAllowed):
            move()
    report = lead_report(report, "rated")
    with pytest.raises(NotAllowed, match="公开"):
        services.publish_report(report=report, actor=keeper_a)


def test_who_organises_writes_for_a_deputy_without_an_account(
    plan: Any, deputy_row_a: Deputy, keeper_a: Actor, deputy_a: Actor
) -> None:
    Deputy.objects.filter(pk=deputy_row_a.pk).update(person=None)
    report = DutyReport.objects.get(pk=plan().pk)
    assert services.write_report(report=report, body="代录", actor=keeper_a).state == "written"


@pytest.mark.parametrize("year", [1999, today().year + 1])
def test_the_year_is_one_that_can_be_reported_on(plan: Any, year: int) -> None:
    with pytest.raises(BadInput, match="年度"):
        plan(year=year)
