"""Whatever people do with opinions, in whatever order and on whatever days, the cells say what the records say."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guantong.base.now import acting_at
from guantong.base.refusals import Refusal
from guantong.base.satisfaction import Satisfaction
from guantong.figures.settle import counted, differences
from guantong.figures.tests.conftest import MARCH, Office
from guantong.opinions import services as opinions
from guantong.opinions.figures import COLLECTED, FIGURES
from guantong.opinions.models import Opinion, Outcome
from guantong.opinions.services import Spoken
from guantong.regions.models import Organisation

MOVES: dict[str, Callable[[Office, Opinion], Opinion]] = {
    "accept": lambda o, x: opinions.accept_opinion(opinion=x, actor=o.clerk),
    "assign": lambda o, x: opinions.assign_opinion(
        opinion=x, holder=Organisation.objects.get(pk=o.water.organisation_id), actor=o.clerk
    ),
    "solve": lambda o, x: opinions.answer_opinion(opinion=x, answer="好", outcome=Outcome.RESOLVED, actor=o.water),
    "plan": lambda o, x: opinions.answer_opinion(opinion=x, answer="待办", outcome=Outcome.PLANNED, actor=o.water),
    "propose": lambda o, x: opinions.propose_close(opinion=x, actor=o.water),
    "close": lambda o, x: opinions.close_opinion(opinion=x, actor=o.second),
    "return": lambda o, x: opinions.return_close(opinion=x, reason="再办", actor=o.second),
    "confirm": lambda o, x: opinions.confirm_opinion(
        opinion=x, rated_process=Satisfaction.FAIR, rated_result=Satisfaction.SATISFIED
    ),
    "reopen": lambda o, x: opinions.reopen_opinion(opinion=x, reason="又坏了"),
    "decline": lambda o, x: opinions.decline_opinion(opinion=x, reason="不属职权", actor=o.clerk),
}
WALK = ("accept", "assign", "solve", "propose", "close", "confirm", "reopen")


@pytest.fixture
def tianlin_office(office: Callable[[str], Office]) -> Office:
    return office("451029")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    steps=st.integers(0, len(WALK)),
    more=st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.integers(0, 40)), max_size=6),
    at_stall=st.booleans(),
)
def test_no_sequence_of_moves_leaves_a_difference(
    tianlin_office: Office, steps: int, more: list[tuple[str, int]], at_stall: bool
) -> None:
    station = tianlin_office.stall if at_stall else tianlin_office.station
    moment = MARCH
    with acting_at(moment):
        code = tianlin_office.code(station)
        opinion = opinions.submit_opinion(code=code, spoken=Spoken(uuid4(), "路灯不亮"))
    for name, days in [*((move, 1) for move in WALK[:steps]), *more]:
        moment += timedelta(days=days, hours=7)
        with acting_at(moment):
            try:
                opinion = MOVES[name](tianlin_office, opinion)
            except Refusal:
                continue
    assert list(differences()) == []
    assert sum(counted(COLLECTED).values()) == Opinion.objects.count()


@pytest.mark.django_db
def test_a_cell_that_was_tampered_with_is_found(tianlin: Office) -> None:
    from guantong.figures.models import Cell
    from guantong.figures.settle import settle

    settle()
    Cell.objects.filter(figure=FIGURES[0].code, value=5).update(value=99)
    found = list(differences())
    assert {(d.figure, d.cell, d.records) for d in found} == {(FIGURES[0].code, 99, 5)}
