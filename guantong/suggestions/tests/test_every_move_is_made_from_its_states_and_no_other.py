"""From the declaration: in every state, what may be done is done by its service, and what may not is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import SYSTEM_ACTOR, Actor
from guantong.audit.models import Entry
from guantong.base.now import now
from guantong.base.refusals import NotNow
from guantong.base.satisfaction import Satisfaction
from guantong.matters.services import perform
from guantong.suggestions import services
from guantong.suggestions.models import HowContacted, ReplyCategory, Share, ShareRole, Subject, Suggestion
from guantong.suggestions.procedures import SUGGESTION
from guantong.suggestions.services import Reply
from guantong.suggestions.tests.conftest import DRAFT, PLAIN

pytestmark = pytest.mark.django_db
STATES = [state.code for state in SUGGESTION.states]
LEGAL = [
    (state, move.code)
    for move in SUGGESTION.transitions
    for state in move.sources
    if state is not None and not move.automatic
]
SATISFIED = {"rated_process": Satisfaction.FAIR, "rated_result": Satisfaction.SATISFIED}
NOT = {"rated_process": Satisfaction.FAIR, "rated_result": Satisfaction.DISSATISFIED}
Make = Callable[[Suggestion], Suggestion]


def _co_unit(s: Suggestion, *officers: Actor) -> None:
    for officer in officers:
        Share.objects.create(suggestion=s, organisation_id=officer.organisation_id, role=ShareRole.CO)


@pytest.fixture
def makers(
    clerk_a: Actor,
    second_clerk_a: Actor,
    deputy_a: Actor,
    deputy_row_a: Any,
    department_a: Actor,
    road_a: Actor,
    town_a: Actor,
    second_deputy_a: Actor,
    second_row_a: Any,
    slip: Callable[[], Any],
    body: Callable[..., Any],
    promised: Reply,
) -> dict[str, Make]:
    """Transition → making it by its service, with whatever it takes besides the state."""

    def ask(s: Suggestion) -> Suggestion:
        return services.ask_signatures(suggestion=s, deputies=[second_row_a], actor=deputy_a)

    def hear(s: Suggestion) -> Suggestion:
        return services.log_contact(
            suggestion=s, at=now(), how=HowContacted.FORUM, who="农建业", notes="已听取。", actor=department_a
        )

    def merge(s: Suggestion) -> Suggestion:
        other = services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)
        other = services.submit_suggestion(suggestion=other, actor=deputy_a)
        return services.merge_suggestion(suggestion=s, target=other, actor=clerk_a)

    def countersign(s: Suggestion, *officers: Actor) -> Suggestion:
        _co_unit(s, *officers)
        return services.countersign(suggestion=s, opinion="同意。", actor=officers[0])

    def rate(s: Suggestion, **grades: Any) -> Suggestion:
        return services.rate_suggestion(suggestion=s, actor=deputy_a, **grades)

    def on_paper(s: Suggestion, **grades: Any) -> Suggestion:
        return services.rate_on_paper(suggestion=s, actor=clerk_a, slip=slip(), **grades)

    def promise(s: Suggestion) -> Suggestion:
        """The reply of this suggestion, but with a promise."""
        Suggestion.objects.filter(pk=s.pk).update(
            reply_category=ReplyCategory.PLANNED, promise="修渠", promised_by=promised.promised_by, promised_at=now()
        )
        return Suggestion.objects.get(pk=s.pk)

    return {
        "revise": lambda s: services.revise_suggestion(
            suggestion=s, title="新题", body="新话", subject=Subject.TOWN, actor=deputy_a
        ),
        "ask_signature": ask,
        "sign": lambda s: services.sign_suggestion(suggestion=ask(s), deputy=second_row_a, actor=second_deputy_a),
        "decline_signature": lambda s: services.decline_signature(
            suggestion=ask(s), deputy=second_row_a, actor=second_deputy_a
        ),
        "submit": lambda s: services.submit_suggestion(suggestion=s, actor=deputy_a),
        "withdraw": lambda s: services.withdraw_suggestion(suggestion=s, actor=deputy_a),
        "accept": lambda s: services.accept_suggestion(suggestion=s, actor=clerk_a),
        "return_for_rewriting": lambda s: services.return_for_rewriting(suggestion=s, reason="不具体", actor=clerk_a),
        "merge": merge,
        "convert": lambda s: services.convert_motion(suggestion=s, reason="主席团决定", actor=clerk_a),
        "hand_over": lambda s: services.hand_over(suggestion=s, lead_unit=body("shuili"), actor=clerk_a),
        "mark_key": lambda s: services.mark_key(suggestion=s, leader="韦启明", actor=clerk_a),
        "object": lambda s: services.object_to_hand_over(
            suggestion=s, reason="属农业部门", next_body="农业农村局", actor=department_a
        ),
        "extend": lambda s: services.extend_suggestion(
            suggestion=s, clock="suggestion.reply", amount=1, reason="汛期", actor=clerk_a
        ),
        "log_contact": hear,
        "countersign": lambda s: countersign(s, road_a, town_a),
        "countersign_last": lambda s: countersign(s, road_a),
        "reply": lambda s: services.reply_to_suggestion(suggestion=hear(s), reply=PLAIN, actor=department_a),
        "rate": lambda s: rate(s, **SATISFIED),
        "rate_to_track": lambda s: rate(promise(s), **SATISFIED),
        "rate_unsatisfied": lambda s: rate(s, **NOT),
        "rate_on_paper": lambda s: on_paper(s, **SATISFIED),
        "rate_to_track_on_paper": lambda s: on_paper(promise(s), **SATISFIED),
        "rate_unsatisfied_on_paper": lambda s: on_paper(s, **NOT),
        "rehandle": lambda s: services.rehandle_suggestion(suggestion=s, reason="再办", actor=clerk_a),
        "report_delivery": lambda s: services.report_delivery(suggestion=s, delivery="已修好", actor=department_a),
        "verify_delivery": lambda s: services.verify_delivery(suggestion=s, actor=second_clerk_a),
        "dispute_delivery": lambda s: services.dispute_delivery(suggestion=s, reason="还差两米", actor=clerk_a),
        "drop_promise": lambda s: services.drop_promise(suggestion=s, reason="规划调整", actor=clerk_a),
        "publish_reply": lambda s: services.publish_reply(suggestion=s, published_text="已修好。", actor=clerk_a),
    }


def test_every_move_of_a_person_has_its_service(makers: dict[str, Make]) -> None:
    moves = {move.code for move in SUGGESTION.transitions if not move.automatic and not move.opens}
    assert set(makers) == moves


@pytest.mark.parametrize(("state", "move"), LEGAL)
def test_a_legal_move_is_made_and_entered(
    state: str, move: str, makers: dict[str, Make], draft_a: Suggestion, lead_to: Callable[..., Suggestion]
) -> None:
    stands = lead_to(draft_a, state)
    assert stands.state == state
    moved = makers[move](stands)
    assert moved.state == SUGGESTION.by_code[move].lands_in(state)
    last = Entry.objects.filter(chain=moved.pk).latest("seq")
    assert (last.action, last.source, last.target) == (move, state, moved.state)


@pytest.mark.parametrize("state", STATES)
def test_every_other_move_is_refused_and_leaves_nothing(
    state: str, clerk_a: Actor, draft_a: Suggestion, lead_to: Callable[..., Suggestion]
) -> None:
    stands = lead_to(draft_a, state)
    illegal = [move.code for move in SUGGESTION.transitions if state not in move.sources]
    assert len(illegal) > 10
    for code in illegal:
        with pytest.raises(NotNow, match=SUGGESTION.by_state[state].label):
            perform(matter=stands, transition=code, actor=SYSTEM_ACTOR)
    again = Suggestion.objects.get(pk=stands.pk)
    assert (again.state, again.version) == (state, stands.version)
    assert Entry.objects.filter(chain=stands.pk).count() == stands.version
