"""Whatever people do with suggestions, in whatever order, the cells say what the records say, and the ledger agrees."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guantong.accounts.actors import Actor
from guantong.base.now import CHINA, acting_at, now
from guantong.base.refusals import Refusal
from guantong.base.satisfaction import Satisfaction
from guantong.figures.settle import differences
from guantong.matters.witness import matter_faults
from guantong.suggestions import services
from guantong.suggestions.models import HowContacted, ReplyCategory, Suggestion
from guantong.suggestions.services import Reply
from guantong.suggestions.tests.conftest import DRAFT, PLAIN

MARCH = datetime(2025, 3, 12, 10, tzinfo=CHINA)
PROMISE = Reply(
    "列入计划。", ReplyCategory.PLANNED, promise="修渠", promised_by=datetime(2027, 6, 30, tzinfo=CHINA).date()
)
WALK = ("submit", "accept", "hand_over", "hear", "promise", "satisfied", "report", "verify", "publish")
Move = Callable[[Suggestion], Suggestion]


@pytest.fixture
def moves(
    deputy_a: Actor,
    clerk_a: Actor,
    department_a: Actor,
    road_a: Actor,
    body: Callable[..., Any],
    slip: Callable[[], Any],
) -> dict[str, Move]:
    def rate(s: Suggestion, result: Satisfaction) -> Suggestion:
        return services.rate_suggestion(
            suggestion=s, rated_process=Satisfaction.FAIR, rated_result=result, actor=deputy_a
        )

    def hear(s: Suggestion, how: HowContacted) -> Suggestion:
        return services.log_contact(suggestion=s, at=now(), how=how, who="农", notes="谈", actor=department_a)

    return {
        "submit": lambda s: services.submit_suggestion(suggestion=s, actor=deputy_a),
        "withdraw": lambda s: services.withdraw_suggestion(suggestion=s, actor=deputy_a),
        "accept": lambda s: services.accept_suggestion(suggestion=s, actor=clerk_a),
        "return": lambda s: services.return_for_rewriting(suggestion=s, reason="不具体", actor=clerk_a),
        "convert": lambda s: services.convert_motion(suggestion=s, reason="主席团", actor=clerk_a),
        "hand_over": lambda s: services.hand_over(suggestion=s, lead_unit=body("shuili"), actor=clerk_a),
        "joint": lambda s: services.hand_over(
            suggestion=s, lead_unit=body("shuili"), co_units=[body("jiaotong")], wide=True, actor=clerk_a
        ),
        "object": lambda s: services.object_to_hand_over(
            suggestion=s, reason="不属", next_body="别局", actor=department_a
        ),
        "hear": lambda s: hear(s, HowContacted.MEETING),
        "call": lambda s: hear(s, HowContacted.PHONE),
        "countersign": lambda s: services.countersign(suggestion=s, opinion="同意", actor=road_a),
        "solve": lambda s: services.reply_to_suggestion(suggestion=s, reply=PLAIN, actor=department_a),
        "promise": lambda s: services.reply_to_suggestion(suggestion=s, reply=PROMISE, actor=department_a),
        "satisfied": lambda s: rate(s, Satisfaction.SATISFIED),
        "not_satisfied": lambda s: rate(s, Satisfaction.DISSATISFIED),
        "on_paper": lambda s: services.rate_on_paper(
            suggestion=s, rated_process=Satisfaction.FAIR, rated_result=Satisfaction.FAIR, slip=slip(), actor=clerk_a
        ),
        "rehandle": lambda s: services.rehandle_suggestion(suggestion=s, reason="再办", actor=clerk_a),
        "report": lambda s: services.report_delivery(suggestion=s, delivery="好了", actor=department_a),
        "verify": lambda s: services.verify_delivery(suggestion=s, actor=clerk_a),
        "dispute": lambda s: services.dispute_delivery(suggestion=s, reason="没好", actor=clerk_a),
        "drop": lambda s: services.drop_promise(suggestion=s, reason="不做了", actor=clerk_a),
        "key": lambda s: services.mark_key(suggestion=s, leader="韦启明", actor=clerk_a),
        "publish": lambda s: services.publish_reply(suggestion=s, published_text="公开", actor=clerk_a),
    }


NAMES = (
    "accept", "call", "convert", "countersign", "dispute", "drop", "hand_over", "hear", "joint", "key",
    "not_satisfied", "object", "on_paper", "promise", "publish", "rehandle", "report", "return", "satisfied", "solve",
    "submit", "verify", "withdraw",
)  # fmt: skip


def apart(s: Suggestion) -> bool:
    """Replied, rated, closed and kept are facts that do not stand for each other."""
    return all(
        (
            s.kept_at is None or (bool(s.promise) and s.delivered_at is not None),
            s.rated_at is None or s.first_replied_at is not None,
            s.state != "closed" or (s.rated_at is not None and s.rated_result != Satisfaction.DISSATISFIED),
            s.state not in ("tracking", "delivered") or s.promise_open,
            bool(s.reply_category) == (s.replied_at is not None),
        )
    )


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    steps=st.integers(0, len(WALK)),
    more=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 20)), max_size=12),
)
def test_no_sequence_of_moves_leaves_a_difference(
    db: None, moves: dict[str, Move], deputy_a: Actor, deputy_row_a: Any, steps: int, more: list[tuple[str, int]]
) -> None:
    assert set(NAMES) == set(moves)
    moment = MARCH
    with acting_at(moment):
        suggestion = services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)
    for name, days in [*((move, 1) for move in WALK[:steps]), *more]:
        moment += timedelta(days=days, hours=7)
        with acting_at(moment):
            try:
                suggestion = moves[name](suggestion)
            except Refusal:
                continue
        assert apart(suggestion)
    assert list(differences()) == []
    assert list(matter_faults(lambda _n: None)) == []
