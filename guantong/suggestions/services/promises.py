"""Promises of a reply 承诺: tracked to their day, reported kept by the unit, verified by somebody else 跟踪落实."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from guantong.accounts.actors import Actor
from guantong.base.now import local_day, now
from guantong.deadlines.rules import as_json, from_json
from guantong.kernel.clock import Unit
from guantong.matters.clocks import earliest, refresh
from guantong.matters.services import perform
from guantong.notifications.notices import Notice
from guantong.suggestions.deadlines import PROMISE
from guantong.suggestions.models import Suggestion


def time_the_promise(held: Suggestion) -> Suggestion:
    """Let the clock of a promise run to the day that the reply named, however many years away.

    The caller has just started the clock and holds the matter's lock. A day that is past is due tomorrow.
    """
    if held.promised_by is None:
        return held
    clock = held.clocks.get(code=PROMISE.code, ended_at__isnull=True)
    days = max((held.promised_by - local_day(clock.started_at)).days, 1)
    rule = replace(from_json(clock.rule), amount=days, unit=Unit.CALENDAR_DAYS)
    clock.rule = dict(as_json(rule))
    refresh(clock)
    clock.save(update_fields=["rule", "due_at", "provisional", "next_step_at"])
    held.due_at = earliest(held.clocks.filter(ended_at__isnull=True))
    held.save(update_fields=["due_at"])
    return held


@transaction.atomic
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


@transaction.atomic
def dispute_delivery(
    *, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None
) -> Suggestion:
    """Send a promise that is not kept back to be tracked. Raises what verify_delivery raises."""
    held = perform(
        matter=suggestion,
        transition="dispute_delivery",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"delivered_at": None, "delivered_by_id": None},
        tell=[Notice(suggestion.holder_id, reason[:300])] if suggestion.holder_id else (),
    )
    return time_the_promise(held)


def drop_promise(*, suggestion: Suggestion, reason: str, actor: Actor, seen_version: int | None = None) -> Suggestion:
    """End the tracking of a promise that will not be kept; it stays counted as made, and never as kept."""
    return perform(matter=suggestion, transition="drop_promise", actor=actor, reason=reason, seen_version=seen_version)
