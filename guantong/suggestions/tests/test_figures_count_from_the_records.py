"""What counts, when, and what does not: raw and merged totals, key ones, replies, ratings, promises."""

from collections.abc import Callable
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.base.satisfaction import Satisfaction
from guantong.figures.definitions import definition
from guantong.figures.settle import differences
from guantong.figures.values import value
from guantong.kernel.periods import Period
from guantong.suggestions import services
from guantong.suggestions.figures import FIGURES
from guantong.suggestions.models import HowContacted, ReplyCategory, Suggestion
from guantong.suggestions.services import Reply
from guantong.suggestions.tests.conftest import DRAFT, PLAIN

pytestmark = pytest.mark.django_db


@pytest.fixture
def figure(county_a: Any) -> Callable[[str], Any]:
    """`figure("suggestions_received")`: this year's value in county A."""
    return lambda code: value(definition(code), county_a, Period.parse(str(today().year))).amount


@pytest.fixture
def another(deputy_a: Actor, deputy_row_a: Any) -> Callable[[], Suggestion]:
    return lambda: services.draft_suggestion(lead=deputy_row_a, actor=deputy_a, **DRAFT)


def test_the_codes_of_the_inventory_and_of_the_issue_are_there() -> None:
    codes = {figure.code for figure in FIGURES}
    assert {
        "suggestions_key_supervised", "suggestions_received", "suggestions_received_raw", "suggestions_handed_over",
        "suggestions_replied", "suggestion_reply_rate", "suggestion_contact_rate", "suggestions_reply_a",
        "suggestions_reply_b", "suggestions_reply_c", "suggestion_satisfaction_rate", "suggestions_rehandled",
        "suggestion_promises_made", "suggestion_promises_kept", "suggestion_promise_conversion_rate",
    } <= codes  # fmt: skip


def test_merging_keeps_the_raw_total_beside_the_merged_one(
    figure: Callable[[str], Any],
    draft_a: Suggestion,
    another: Callable[[], Suggestion],
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
    deputy_a: Actor,
) -> None:
    first, second = lead_to(draft_a, "accepted"), lead_to(another(), "submitted")
    another()  # a draft is nobody's business yet
    back = services.return_for_rewriting(suggestion=lead_to(another(), "submitted"), reason="不具体", actor=clerk_a)
    services.withdraw_suggestion(suggestion=lead_to(another(), "submitted"), actor=deputy_a)
    assert (figure("suggestions_received_raw"), figure("suggestions_received")) == (2, 2)
    services.merge_suggestion(suggestion=second, target=first, actor=clerk_a)
    assert (figure("suggestions_received_raw"), figure("suggestions_received")) == (2, 1)
    services.submit_suggestion(suggestion=back, actor=deputy_a)
    services.convert_motion(suggestion=first, reason="主席团决定", actor=clerk_a)
    assert (figure("suggestions_received_raw"), figure("suggestions_from_motions")) == (3, 1)


def test_a_key_one_counts_on_the_day_it_became_so(
    figure: Callable[[str], Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor
) -> None:
    marked = services.mark_key(suggestion=lead_to(draft_a, "handling"), leader="韦启明", actor=clerk_a)
    assert (marked.key_leader, marked.state) == ("韦启明", "handling")
    assert figure("suggestions_key_supervised") == 1


def test_replies_by_category_and_heard_face_to_face(
    figure: Callable[[str], Any],
    draft_a: Suggestion,
    another: Callable[[], Suggestion],
    lead_to: Callable[..., Suggestion],
    department_a: Actor,
    promised: Reply,
) -> None:
    lead_to(draft_a, "replied")
    lead_to(another(), "replied", reply=promised)
    lead_to(another(), "handling")
    by_phone = services.log_contact(
        suggestion=lead_to(another(), "handling"),
        at=now(),
        how=HowContacted.PHONE,
        who="农建业",
        notes="同意",
        actor=department_a,
    )
    no = Reply("条件不具备。", ReplyCategory.NOT_FEASIBLE)
    services.reply_to_suggestion(suggestion=by_phone, reply=no, actor=department_a)
    assert (figure("suggestions_handed_over"), figure("suggestions_replied")) == (4, 3)
    assert figure("suggestion_reply_rate") == 75
    assert [figure(f"suggestions_reply_{c}") for c in "abc"] == [1, 1, 1]
    assert float(figure("suggestion_contact_rate")) == pytest.approx(66.7, abs=0.1)


def test_closed_replied_satisfied_and_kept_stay_apart(
    figure: Callable[[str], Any],
    draft_a: Suggestion,
    another: Callable[[], Suggestion],
    lead_to: Callable[..., Suggestion],
    clerk_a: Actor,
) -> None:
    lead_to(draft_a, "closed", reply=PLAIN)
    kept = services.verify_delivery(suggestion=lead_to(another(), "delivered"), actor=clerk_a)
    services.drop_promise(suggestion=lead_to(another(), "tracking"), reason="规划调整", actor=clerk_a)
    lead_to(another(), "rehandling")
    assert kept.state == "closed"
    assert (figure("suggestions_replied"), figure("suggestions_rated"), figure("suggestions_rehandled")) == (4, 4, 1)
    assert figure("suggestion_satisfaction_rate") == 75
    assert (figure("suggestion_promises_made"), figure("suggestion_promises_kept")) == (2, 1)
    assert figure("suggestion_promise_conversion_rate") == 50
    assert list(differences()) == []


def test_an_objection_takes_the_hand_over_back(
    figure: Callable[[str], Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], department_a: Actor
) -> None:
    services.object_to_hand_over(
        suggestion=lead_to(draft_a, "handling"), reason="不属我局", next_body="农业农村局", actor=department_a
    )
    assert figure("suggestions_handed_over") == 0


def test_a_grade_of_the_process_does_not_count_as_the_results(
    figure: Callable[[str], Any], draft_a: Suggestion, lead_to: Callable[..., Suggestion], deputy_a: Actor
) -> None:
    services.rate_suggestion(
        suggestion=lead_to(draft_a, "replied"),
        rated_process=Satisfaction.SATISFIED,
        rated_result=Satisfaction.DISSATISFIED,
        actor=deputy_a,
    )
    assert (figure("suggestions_rated"), figure("suggestions_rated_satisfied")) == (1, 0)
