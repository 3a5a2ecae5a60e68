"""perform(): what it refuses, and that a refusal writes nothing."""

from collections.abc import Callable

import pytest

from guantong.accounts.actors import CITIZEN_ACTOR, SYSTEM_ACTOR, Actor
from guantong.audit.models import Entry
from guantong.base.refusals import BadInput, Conflict, NotAllowed, NotNow
from guantong.kernel.procedure import SAME
from guantong.matters.services import perform
from guantong.opinions.models import Opinion
from guantong.opinions.procedures import OPINION
from guantong.opinions.services import accept_opinion

pytestmark = pytest.mark.django_db


def entries(opinion: Opinion) -> int:
    return Entry.objects.filter(chain=opinion.pk).count()


def test_every_move_that_does_not_begin_here_is_refused(opinion_a: Opinion, clerk_a: Actor) -> None:
    illegal = [t.code for t in OPINION.transitions if "received" not in t.sources]
    assert len(illegal) > 15
    for code in illegal:
        with pytest.raises(NotNow, match="已收到"):
            perform(matter=opinion_a, transition=code, actor=clerk_a)
    opinion_a.refresh_from_db()
    assert (opinion_a.state, opinion_a.version, entries(opinion_a)) == ("received", 1, 1)


def test_a_move_that_is_not_declared_is_refused(opinion_a: Opinion, clerk_a: Actor) -> None:
    with pytest.raises(NotNow):
        perform(matter=opinion_a, transition="vanish", actor=clerk_a)


def test_who_may_not_is_told_why(opinion_a: Opinion, department_a: Actor, clerk_b: Actor) -> None:
    for actor in (department_a, clerk_b, CITIZEN_ACTOR, SYSTEM_ACTOR):
        with pytest.raises(NotAllowed, match="。"):
            perform(matter=opinion_a, transition="accept", actor=actor)
    assert entries(opinion_a) == 1


def test_automatic_moves_are_the_systems_alone(opinion_a: Opinion, clerk_a: Actor) -> None:
    for move in OPINION.transitions:
        if move.automatic:
            assert move.target == SAME
            with pytest.raises(NotAllowed):
                perform(matter=opinion_a, transition=move.code, actor=clerk_a)


def test_a_missing_need_is_named_beside_its_field(opinion_a: Opinion, clerk_a: Actor) -> None:
    with pytest.raises(BadInput) as refused:
        perform(matter=opinion_a, transition="decline", actor=clerk_a)
    assert refused.value.fields == {"reason": "请填写原因。"}


def test_the_second_of_two_people_is_told_who_did_what_first(
    opinion_a: Opinion, clerk_a: Actor, second_clerk_a: Actor
) -> None:
    accept_opinion(opinion=opinion_a, actor=clerk_a, seen_version=1)
    with pytest.raises(Conflict, match=r"黄素云.*受理"):
        accept_opinion(opinion=opinion_a, actor=second_clerk_a, seen_version=1)


def test_a_final_state_stops_every_clock(opinion_a: Opinion, walk: Callable[..., Opinion]) -> None:
    closed = walk(opinion_a, to="closed")
    assert closed.closed_at is not None
    assert not closed.clocks.filter(ended_at__isnull=True).exists()
