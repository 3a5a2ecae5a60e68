"""The satisfaction vote about a deliberation opinion 满意度测评: a ballot is set up for it, and its result decides."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Body, Purpose
from guantong.ballots.rules.settings import rule_for
from guantong.ballots.selectors.results import COUNTED, result_of
from guantong.ballots.selectors.roll import turnout_of
from guantong.ballots.services import draft_ballot
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput, NotNow
from guantong.matters.models import LinkKind
from guantong.matters.services import link_matters, perform
from guantong.supervision.models import DeliberationOpinion
from guantong.supervision.services import Vote, record_vote

LONGEST_TITLE = 120
ASKED = "研究处理情况"
"""The one item on the paper."""


@transaction.atomic
def call_vote(*, opinion: DeliberationOpinion, actor: Actor, seen_version: int | None = None) -> Ballot:
    """Set up the ballot of the standing committee about a report, under the rule of the day of handing over.

    Raises NotNow while another ballot about it is under way, and what perform and draft_ballot raise.
    """
    if Ballot.objects.filter(subject_id=opinion.pk, closed_at__isnull=True).exclude(state="counted").exists():
        raise NotNow(_("这份报告的测评正在进行。"))
    held = perform(matter=opinion, transition="call_vote", actor=actor, seen_version=seen_version)
    rule = rule_for(
        purpose=Purpose.SATISFACTION,
        voters=Body.STANDING_COMMITTEE,
        options=[ASKED],
        places=0,
        region_code=held.region_id,
        on=local_day(held.handed_over_at or now()),
    )
    ballot = draft_ballot(
        region=held.region,
        title=_("%(title)s：满意度测评") % {"title": held.title[: LONGEST_TITLE - 10]},
        voters=Body.STANDING_COMMITTEE,
        purpose=Purpose.SATISFACTION,
        options=[ASKED],
        subject=held,
        rule=rule,
        actor=actor,
    )
    link_matters(source=held, target=ballot, kind=LinkKind.LED_TO)
    return ballot


@transaction.atomic
def take_vote(
    *, opinion: DeliberationOpinion, ballot: Ballot, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Let what a ballot came to decide about the report; each ballot decides once.

    Raises BadInput for a ballot about something else, one that is not counted, without effect, or older than the
    report, and what record_vote raises.
    """
    if ballot.subject_id != opinion.pk or ballot.state not in COUNTED:
        raise BadInput({"ballot": _("请选择关于这份报告、已经计票的测评。")})
    if opinion.reported_at is not None and ballot.opened_at < opinion.reported_at:
        raise BadInput({"ballot": _("这次测评在最近一次报告之前，不能采用。")})
    result = result_of(ballot)
    if not result.effective:
        raise BadInput({"ballot": _("这次测评无效（未达到法定人数，或收回的票多于发出的票），请重新组织。")})
    item, turnout = result.counts[0], turnout_of(ballot)
    vote = Vote(
        passed=item.passed,
        satisfied=item.answers.get("satisfied", 0),
        fair=item.answers.get("fair", 0),
        dissatisfied=item.answers.get("dissatisfied", 0),
        members=turnout.eligible,
        present=turnout.present,
        ballot=ballot.title,
    )
    return record_vote(opinion=opinion, vote=vote, actor=actor, seen_version=seen_version)
