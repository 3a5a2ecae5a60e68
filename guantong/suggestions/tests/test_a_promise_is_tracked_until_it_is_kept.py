"""Promises: told with the reply, tracked over years, reported by one and verified by another; converted or not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import acting_at, now, today
from guantong.base.refusals import BadInput, NotAllowed
from guantong.suggestions import services
from guantong.suggestions.models import ReplyCategory, Suggestion
from guantong.suggestions.services import Reply
from guantong.suggestions.services.replying import reply_to_suggestion

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("category", "promise", "in_days", "field"),
    [
        (ReplyCategory.PLANNED, "", None, "promise"),
        (ReplyCategory.IN_PROGRESS, "修渠", None, "promised_by"),
        (ReplyCategory.IN_PROGRESS, "修渠", 0, "promised_by"),
        (ReplyCategory.NOT_FEASIBLE, "", 30, "promise"),
        (ReplyCategory.RESOLVED, "修渠", 30, "promise"),
    ],
)
def test_a_promise_fits_its_category(
    draft_a: Suggestion,
    lead_to: Callable[..., Suggestion],
    department_a: Actor,
    category: ReplyCategory,
    promise: str,
    in_days: int | None,
    field: str,
) -> None:
    day = None if in_days is None else today() + timedelta(days=in_days)
    with pytest.raises(BadInput) as refused:
        reply_to_suggestion(
            suggestion=lead_to(draft_a, "heard"),
            reply=Reply("答复", category, promise=promise, promised_by=day),
            actor=department_a,
        )
    assert field in refused.value.fields


def test_satisfied_with_a_promise_is_not_closed(draft_a: Suggestion, lead_to: Callable[..., Suggestion]) -> None:
    tracked = lead_to(draft_a, "tracking")
    assert (tracked.closed_at, tracked.kept_at, tracked.promise_open) == (None, None, True)
    assert tracked.holder is not None
    assert tracked.holder.code == "shuili"


def test_verified_by_another_it_is_kept_and_the_reply_stays_what_it_was(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor, department_a: Actor
) -> None:
    delivered = lead_to(draft_a, "delivered")
    assert delivered.kept_at is None
    with pytest.raises(NotAllowed):
        services.verify_delivery(suggestion=delivered, actor=department_a)
    kept = services.verify_delivery(suggestion=delivered, actor=clerk_a)
    assert kept.kept_at is not None
    assert (kept.state, kept.reply_category, kept.promise_open) == ("closed", ReplyCategory.PLANNED, False)


def test_one_person_with_two_posts_does_not_verify_their_own_report(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor
) -> None:
    delivered = lead_to(draft_a, "delivered")
    Suggestion.objects.filter(pk=delivered.pk).update(delivered_by=clerk_a.person_id)
    with pytest.raises(NotAllowed, match="由另一位"):
        services.verify_delivery(suggestion=delivered, actor=clerk_a)


def test_disputed_it_runs_on_to_the_same_day(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor
) -> None:
    tracked = lead_to(draft_a, "delivered")
    due = tracked.promised_by
    with acting_at(now() + timedelta(days=20)):
        back = services.dispute_delivery(suggestion=tracked, reason="还差两米", actor=clerk_a)
    clock: Any = back.clocks.get(ended_at__isnull=True)
    assert (back.state, back.delivered_at) == ("tracking", None)
    assert due is not None
    assert 0 <= (clock.due_at.date() - due).days <= 3


def test_given_up_it_is_closed_and_never_kept(
    draft_a: Suggestion, lead_to: Callable[..., Suggestion], clerk_a: Actor
) -> None:
    dropped = services.drop_promise(suggestion=lead_to(draft_a, "tracking"), reason="规划调整", actor=clerk_a)
    assert (dropped.state, dropped.kept_at) == ("closed", None)
