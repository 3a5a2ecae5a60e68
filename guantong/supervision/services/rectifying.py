"""A unit puts a problem right, and somebody else looks whether it is 整改、复查、销号."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.attachments.images import Photo
from guantong.attachments.services import keep_photo
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotNow
from guantong.matters.registry import kind_of
from guantong.matters.services import extend_clock, lock_matters, perform
from guantong.notifications.notices import Notice
from guantong.supervision.models import Problem


def set_measure(
    *, problem: Problem, measure: str, measure_by: date, actor: Actor, seen_version: int | None = None
) -> Problem:
    """Say as the unit what will be done and by when; the clock runs to that day.

    Raises BadInput for a day that is not to come, and what perform raises.
    """
    if measure_by <= today():
        raise BadInput({"measure_by": _("完成日期应当在今天之后。")})
    return perform(
        matter=problem, transition="set_measure", actor=actor, seen_version=seen_version,
        changes={"measure": measure.strip(), "measure_by": measure_by},
    )  # fmt: skip


def extend_problem(
    *, problem: Problem, clock: str, amount: int, reason: str, actor: Actor, seen_version: int | None = None
) -> Problem:
    """Give the unit more time, in days and within what the rule allows. Raises what extend_clock raises."""
    return extend_clock(
        matter=problem, code=clock, amount=amount, reason=reason, actor=actor, seen_version=seen_version
    )


@transaction.atomic
def submit_evidence(
    *,
    problem: Problem,
    evidence: str,
    actor: Actor,
    photos: Sequence[Photo] = (),
    seen_version: int | None = None,
) -> Problem:
    """Report as the unit what was done, with photos. Raises what perform raises."""
    reported = perform(
        matter=problem,
        transition="submit_evidence",
        actor=actor,
        seen_version=seen_version,
        changes={
            "evidence": evidence.strip(),
            "evidence_at": now(),
            "evidence_by_id": actor.person_id,
            "holder": None,
        },
        data={"photos": [photo.digest for photo in photos]} if photos else None,
    )
    for photo in photos:
        keep_photo(owner=reported.pk, photo=photo, actor=actor)
    return reported


def accept_problem(*, problem: Problem, finding: str, actor: Actor, seen_version: int | None = None) -> Problem:
    """Strike a problem off after looking at it oneself. Raises NotAllowed for the unit and whoever reported it."""
    return perform(
        matter=problem, transition="accept", actor=actor, seen_version=seen_version,
        changes={"finding": finding.strip(), "checked_by_id": actor.person_id, "accepted_at": now()},
    )  # fmt: skip


def send_back_problem(*, problem: Problem, reason: str, actor: Actor, seen_version: int | None = None) -> Problem:
    """Send a problem back that is not put right. Raises what accept_problem raises."""
    return perform(
        matter=problem, transition="send_back", actor=actor, reason=reason, seen_version=seen_version,
        changes={"holder": problem.unit},
        tell=[Notice(problem.unit_id, reason[:300])],
    )  # fmt: skip


@transaction.atomic
def reopen_problem(*, problem: Problem, reason: str, actor: Actor, seen_version: int | None = None) -> Problem:
    """List a problem anew that came back. Raises NotNow when the paper that lists it is closed."""
    # The paper is locked too: it cannot be closed while one of its problems is being reopened.
    origin = lock_matters(problem.origin, problem)[0]
    if kind_of(origin).under(origin.rules_version).by_state[origin.state].final:
        raise NotNow(_("所在的清单已经办结，请另行列出。"))
    return perform(
        matter=problem, transition="reopen", actor=actor, reason=reason, seen_version=seen_version,
        changes={"holder": problem.unit, "accepted_at": None, "checked_by_id": None},
        tell=[Notice(problem.unit_id, reason[:300])],
    )  # fmt: skip
