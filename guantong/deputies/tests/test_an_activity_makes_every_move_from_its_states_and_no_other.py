"""From the declaration: what may be done with an activity is done by its service, and what may not is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.audit.models import Entry
from guantong.audit.verification import faults
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies import services
from guantong.deputies.actions import ACTIVITY_DESK
from guantong.deputies.check_in_codes import code_at
from guantong.deputies.models import Activity, Deputy
from guantong.deputies.procedures import ACTIVITY
from guantong.matters.services import perform

pytestmark = pytest.mark.django_db
STATES = [state.code for state in ACTIVITY.states]
LEGAL = [(state, move.code) for move in ACTIVITY.transitions for state in move.sources if state is not None]
ON_THE_PHONE = {"check_in"}
Make = Callable[[Activity], Any]
VISIT = {"household": "三组第5户", "person_times": 2}
SAID = {"published_title": "接待日", "published_text": "听取了意见。"}


@pytest.fixture
def stand(plan: Callable[..., Activity], hold: Callable[..., Activity], clerk_a: Actor) -> Callable[[str], Activity]:
    """`stand("held")`: an activity in a state."""
    lead: dict[str, Make] = {
        "planned": lambda a: a,
        "held": hold,
        "cancelled": lambda a: services.cancel_activity(activity=a, reason="下雨", actor=clerk_a),
    }

    def make(state: str) -> Activity:
        made: Activity = lead[state](plan("reception"))
        return made

    return make


@pytest.fixture
def makers(clerk_a: Actor, deputy_a: Actor, deputy_row_a: Deputy, hold: Callable[..., Activity]) -> dict[str, Make]:
    """Transition → making it by its service, with whatever it takes besides the state."""

    def check_in(activity: Activity) -> Any:
        opened = services.open_check_in(activity=activity, actor=clerk_a)
        return services.check_in(
            activity=opened, deputy=deputy_row_a, code=code_at(opened, now()), actor=deputy_a
        ).activity

    def close(activity: Activity) -> Activity:
        return services.close_check_in(activity=services.open_check_in(activity=activity, actor=clerk_a), actor=clerk_a)

    def log(activity: Activity) -> Any:
        return services.log_visit(activity=activity, visited_at=now(), actor=clerk_a, **VISIT)

    def withdraw(activity: Activity) -> Activity:
        published = services.publish_activity(activity=activity, actor=clerk_a, **SAID)
        return services.withdraw_publication(activity=published, reason="照片不妥", actor=clerk_a)

    of_deputy = {"deputy": deputy_row_a, "actor": deputy_a}
    return {
        "sign_up": lambda a: services.sign_up(activity=a, **of_deputy),
        "ask_leave": lambda a: services.ask_leave(activity=a, reason="外出", **of_deputy),
        "note_leave": lambda a: services.note_leave(activity=a, deputy=deputy_row_a, reason="外出", actor=clerk_a),
        "open_check_in": lambda a: services.open_check_in(activity=a, actor=clerk_a),
        "check_in": check_in,
        "close_check_in": close,
        "hold": hold,
        "cancel": lambda a: services.cancel_activity(activity=a, reason="下雨", actor=clerk_a),
        "log_visit": lambda a: log(a).activity,
        "strike_visit": lambda a: (
            services.strike_visit(activity=a, visit=log(a), reason="重复", actor=clerk_a).activity
        ),
        "report": lambda a: services.report_activity(activity=a, notes="来了三十多人。", actor=clerk_a),
        "publish": lambda a: services.publish_activity(activity=a, actor=clerk_a, **SAID),
        "withdraw_publication": withdraw,
    }


def test_every_move_has_its_service_and_but_for_the_phones_its_form(makers: dict[str, Make]) -> None:
    moves = {move.code for move in ACTIVITY.transitions if not move.opens}
    assert set(makers) == moves
    assert set(ACTIVITY_DESK.forms) == moves - ON_THE_PHONE


@pytest.mark.parametrize(("state", "move"), LEGAL)
def test_a_legal_move_is_made_and_entered(
    state: str, move: str, makers: dict[str, Make], stand: Callable[[str], Activity]
) -> None:
    stands = stand(state)
    makers[move](stands)
    moved = Activity.objects.get(pk=stands.pk)
    assert moved.state == ACTIVITY.by_code[move].lands_in(state)
    last = Entry.objects.filter(chain=moved.pk).latest("seq")
    assert (last.action, last.source, last.target) == (move, state, moved.state)
    assert list(faults()) == []


@pytest.mark.parametrize("state", STATES)
def test_every_other_move_is_refused_and_leaves_nothing(state: str, stand: Callable[[str], Activity]) -> None:
    stands = stand(state)
    for move in ACTIVITY.transitions:
        if state not in move.sources and not move.opens:
            with pytest.raises(NotNow, match=ACTIVITY.by_state[state].label):
                perform(matter=stands, transition=move.code, actor=SYSTEM_ACTOR)
    again = Activity.objects.get(pk=stands.pk)
    assert (again.state, again.version) == (state, stands.version)


@pytest.mark.parametrize("move", ["note_leave", "open_check_in", "close_check_in", "publish", "withdraw_publication"])
def test_what_the_congress_organises_is_no_deputys_to_run(
    move: str, plan: Any, hold: Any, deputy_a: Actor, clerk_b: Actor
) -> None:
    meeting = plan("sitting_in")
    meeting = meeting if "planned" in ACTIVITY.by_code[move].sources else hold(meeting)
    for stranger in (deputy_a, clerk_b):
        with pytest.raises(NotAllowed):
            perform(matter=meeting, transition=move, actor=stranger, reason="说明")


def test_a_deputy_may_receive_the_others_at_a_stations_activity(plan: Any, deputy_a: Actor) -> None:
    assert services.open_check_in(activity=plan("market_day"), actor=deputy_a).takes_check_ins


def test_a_report_says_something_and_so_does_what_is_published(plan: Any, hold: Any, clerk_a: Actor) -> None:
    held = hold(plan("reception"))
    with pytest.raises(BadInput):
        services.report_activity(activity=held, notes="  ", actor=clerk_a)
    with pytest.raises(BadInput):
        services.publish_activity(activity=held, published_title="接待日", published_text=" ", actor=clerk_a)
    with pytest.raises(NotAllowed, match="没有公开"):
        services.withdraw_publication(activity=held, reason="撤下", actor=clerk_a)
