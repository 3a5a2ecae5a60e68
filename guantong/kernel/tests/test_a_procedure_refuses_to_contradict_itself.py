"""What a procedure's declaration may not say."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from guantong.kernel.procedure import SAME, Basis, Choice, Procedure, ProcedureError, State, Transition

OPEN = Transition("open", "提出", (None,), "new", "anyone")
WORK = Transition("work", "办理", ("new",), "done", "staff", main=True)
PLAIN = Procedure("plain", "样例", "1", (State("new", "新收"), State("done", "办结", final=True)), (OPEN, WORK))


def test_a_sound_declaration_knows_its_way() -> None:
    assert [s.code for s in PLAIN.main_path] == ["new", "done"]
    assert [t.code for t in PLAIN.moves_from("new")] == ["work"]
    assert PLAIN.opening is OPEN


def test_a_move_to_a_state_that_is_not_there_is_refused() -> None:
    with pytest.raises(ProcedureError, match="unknown state"):
        replace(PLAIN, transitions=(OPEN, replace(WORK, target="nowhere")))


def test_a_state_that_nothing_reaches_is_refused() -> None:
    with pytest.raises(ProcedureError, match="no way into"):
        replace(PLAIN, states=(*PLAIN.states, State("island", "孤岛", final=True)))


def test_a_state_that_nothing_leaves_must_be_final() -> None:
    with pytest.raises(ProcedureError, match="no way out"):
        replace(PLAIN, transitions=(OPEN, replace(WORK, target=SAME)), states=(State("new", "新收"),))


def test_two_moves_of_one_code_are_refused() -> None:
    with pytest.raises(ProcedureError, match="used twice"):
        replace(PLAIN, transitions=(OPEN, WORK, WORK))


def test_a_clock_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ProcedureError, match="unknown clock"):
        replace(PLAIN, transitions=(OPEN, replace(WORK, starts=("nap",))))


def test_a_choice_starts_the_clocks_of_the_value_and_no_other() -> None:
    choice = Choice("track", (("fast", "day"), ("slow", "month"), ("slow", "week")))
    work = replace(WORK, starts=("day", "month", "week"), choice=choice)
    assert work.starts_for(SimpleNamespace(track="fast")) == ("day",)
    assert work.starts_for(SimpleNamespace(track="slow")) == ("month", "week")
    assert work.starts_for(SimpleNamespace(track="")) == ()
    assert WORK.starts_for(None) == WORK.starts


def test_a_choice_among_clocks_that_the_move_does_not_start_is_refused() -> None:
    known = replace(PLAIN, clocks=frozenset({"day", "month"}))
    move = replace(WORK, starts=("day",), choice=Choice("track", (("fast", "month"),)))
    with pytest.raises(ProcedureError, match="its choice"):
        replace(known, transitions=(OPEN, move))


def test_a_basis_says_how_far_it_can_be_trusted() -> None:
    with pytest.raises(ProcedureError, match="provenance"):
        Basis("监督法第17条", "X")
