"""The unit answers a deliberation opinion: plan, report; and how the paper ends."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import NotNow
from guantong.matters.services import extend_clock, perform
from guantong.notifications.notices import Notice
from guantong.supervision.models import DeliberationOpinion
from guantong.supervision.selectors import open_problems
from guantong.supervision.services.together import with_problems


@transaction.atomic
def submit_plan(
    *, opinion: DeliberationOpinion, plan: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Hand the plan in, once every problem has its measure and day. Raises NotNow before, and what perform raises."""
    held, _problems = with_problems(opinion)
    if missing := open_problems(held).filter(state="assigned").count():
        raise NotNow(_("还有%(n)s个问题没有整改措施和完成日期。") % {"n": missing})
    return perform(
        matter=held, transition="submit_plan", actor=actor, seen_version=seen_version,
        changes={"plan": plan.strip()},
    )  # fmt: skip


def rework_opinion(
    *, opinion: DeliberationOpinion, plan: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Say as the unit what will be done after a vote that did not pass. Raises what perform raises."""
    return perform(
        matter=opinion, transition="rework", actor=actor, seen_version=seen_version, changes={"plan": plan.strip()}
    )


def extend_opinion(
    *,
    opinion: DeliberationOpinion,
    clock: str,
    amount: int,
    reason: str,
    actor: Actor,
    seen_version: int | None = None,
) -> DeliberationOpinion:
    """Give more time, in months and within what the rule allows. Raises what extend_clock raises."""
    return extend_clock(
        matter=opinion, code=clock, amount=amount, reason=reason, actor=actor, seen_version=seen_version
    )


def report_handling(
    *, opinion: DeliberationOpinion, report: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Report in writing how the opinion was studied and dealt with (监督法 17). Raises what perform raises."""
    return perform(
        matter=opinion, transition="report", actor=actor, seen_version=seen_version,
        changes={"report": report.strip(), "reported_at": now(), "holder": None},
    )  # fmt: skip


def return_report(
    *, opinion: DeliberationOpinion, reason: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Give a report back that does not answer the opinion. Raises what perform raises."""
    return perform(
        matter=opinion, transition="return_report", actor=actor, reason=reason, seen_version=seen_version,
        changes={"holder": opinion.unit}, tell=[Notice(opinion.unit_id, reason[:300])],
    )  # fmt: skip


def resume_opinion(
    *, opinion: DeliberationOpinion, reason: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Go on after the inquiry or interpellation that a second failure led to. Raises what perform raises."""
    return perform(
        matter=opinion, transition="resume", actor=actor, reason=reason, seen_version=seen_version,
        changes={"holder": opinion.unit}, tell=[Notice(opinion.unit_id, reason[:300])],
    )  # fmt: skip


@transaction.atomic
def close_opinion(
    *, opinion: DeliberationOpinion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> DeliberationOpinion:
    """Close the paper. Raises NotNow while one of its problems is open, and what perform raises."""
    held, _problems = with_problems(opinion)
    if left := open_problems(held).count():
        raise NotNow(_("还有%(n)s个问题没有销号，不能办结。") % {"n": left})
    return perform(matter=held, transition="close", actor=actor, reason=reason, seen_version=seen_version)
