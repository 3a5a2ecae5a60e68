"""Promises of a reply 承诺: tracked to their day, reported kept by the unit, verified by somebody else 跟踪落实."""

from __future__ import annotations

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.matters.services import perform
from guantong.notifications.notices import Notice
from guantong.suggestions.models import Suggestion


def report_delivery(
    *, suggestion: Suggestion, delivery: str, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Report as the unit that a promise was kept; the congress verifies. Raises what perform raises."""
    return perform(
        matter=suggestion,
        transition="report_delivery",
        actor=actor,
        seen_version=seen_version,
        changes={"delivery": delivery.strip(), "delivered_at": now(), "delivered_by_id": actor.person_id},
    )


def verify_delivery(
    *, suggestion: Suggestion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Suggestion:
    """Bear out that a promise was kept: what was B or C has become A. Raises NotAllowed for whoever reported it."""
    return perform(
        matter=suggestion,
        transition="verify_delivery",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"kept_at": now()},
    )


def dispute_delivery(
    *, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Send a promise that is not kept back to be tracked. Raises what verify_delivery raises."""
    return perform(
        matter=suggestion,
        transition="dispute_delivery",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"delivered_at": None, "delivered_by_id": None},
        tell=[Notice(suggestion.holder_id, reason[:300])] if suggestion.holder_id else (),
    )


def drop_promise(*, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None) -> Suggestion:
    """End the tracking of a promise that will not be kept; it stays counted as made, and never as kept."""
    return perform(matter=suggestion, transition="drop_promise", actor=actor, reason=reason, seen_version=seen_version)
