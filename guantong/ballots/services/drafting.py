"""Setting a ballot up, sealing the set-up, calling it off, and setting up the one that decides it further."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Body, Box, Purpose, RollEntry
from guantong.ballots.rules.settings import rule_for
from guantong.ballots.selectors.results import result_of, rule_of, setup_of
from guantong.ballots.selectors.roll import voters_in
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotNow
from guantong.deputies.models import Deputy
from guantong.kernel.ballot_count import Next
from guantong.kernel.ballot_export import setup_digest
from guantong.kernel.ballot_json import rule_as_json
from guantong.kernel.ballot_places import second_ballot
from guantong.kernel.ballot_rule import Rule, RuleError
from guantong.matters.models import Matter
from guantong.matters.services import lock_matter, open_matter_once, perform
from guantong.regions.models import Region

MOST_OPTIONS, LONGEST_OPTION = 60, 120


@transaction.atomic
def draft_ballot(
    *,
    region: Region,
    title: str,
    voters: Body,
    purpose: Purpose,
    options: Sequence[str],
    actor: Actor,
    places: int = 0,
    subject: Matter | None = None,
    rule: Rule | None = None,
    client_id: UUID | None = None,
) -> Ballot:
    """Set a ballot up under the county's rule of today, with everybody on the roll who belongs to the body today.

    `rule`: instead of the county's, when what is voted about brings its own. Raises NotAllowed, Conflict (see
    open_matter_once), and BadInput for a body without members, another county's subject, or options that do not fit.
    """
    _check(region, voters, options, subject)
    try:
        rule = rule or rule_for(
            purpose=purpose, voters=voters, options=options, places=places, region_code=region.code, on=today()
        )
    except RuleError:
        raise BadInput({"places": _("名额应为1到候选项的个数。")}) from None
    ballot = Ballot(
        id=client_id or uuid6.uuid7(),
        title=title,
        region=region,
        place=region,
        subject_id=subject.pk if subject else None,
        voters=voters,
        purpose=purpose,
        rule=rule_as_json(rule),
    )
    return _opened(ballot, voters_in(voters, region.code), actor)


def freeze_ballot(*, ballot: Ballot, actor: Actor, reason: str = "", seen_version: int | None = None) -> Ballot:
    """Seal the set-up: rule, options and roll never change again, and the ledger keeps their digest.

    Raises what perform raises.
    """
    return perform(
        matter=ballot,
        transition="freeze",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"setup_digest": setup_digest(setup_of(ballot))},
    )


@transaction.atomic
def cancel_ballot(*, ballot: Ballot, reason: str, actor: Actor, seen_version: int | None = None) -> Ballot:
    """Call a ballot off before it is counted; what lies in the box is destroyed unread. Raises what perform raises."""
    lock_matter(ballot)
    boxes = Box.objects.filter(ballot=ballot)
    list(boxes.select_for_update().order_by("number"))
    boxes.delete()
    ballot.sheets.all().delete()
    return perform(matter=ballot, transition="cancel", actor=actor, reason=reason, seen_version=seen_version)


@transaction.atomic
def draft_second_ballot(*, ballot: Ballot, actor: Actor, reason: str = "", seen_version: int | None = None) -> Ballot:
    """Set up the ballot that decides this one further: among the tied, for the places left, or all anew.

    It asks the same people. Returns the new ballot. Raises NotNow when nothing is left to decide, and what perform and
    open_matter raise.
    """
    held = lock_matter(ballot)
    result, rule = result_of(held), rule_of(held)
    if result.next is Next.NOTHING:
        raise NotNow(_("结果已经确定，不需要再次投票。"))
    if result.next is not Next.ANEW:
        rule = second_ballot(rule, result.tied, result.chosen, result.missing)
    perform(matter=held, transition="vote_again", actor=actor, reason=reason, seen_version=seen_version)
    follower = Ballot(
        id=uuid6.uuid7(),
        title=_("%(title)s（再次投票）") % {"title": held.title[:110]},
        region=held.region,
        place=held.place,
        subject_id=held.subject_id,
        follows=held,
        voters=held.voters,
        purpose=held.purpose,
        rule=rule_as_json(rule),
    )
    return _opened(follower, [entry.deputy for entry in held.roll.select_related("deputy")], actor)


def _opened(ballot: Ballot, deputies: Collection[Deputy], actor: Actor) -> Ballot:
    opened = open_matter_once(
        matter=ballot,
        kind="ballot",
        actor=actor,
        data={"voters": len(deputies), "options": len(ballot.rule["options"])},
    )
    if not opened.roll.exists():
        RollEntry.objects.bulk_create(RollEntry(ballot=opened, deputy=deputy) for deputy in deputies)
    return opened


def _check(region: Region, voters: Body, options: Sequence[str], subject: Matter | None) -> None:
    wrong = {}
    if not voters_in(voters, region.code).exists():
        wrong["voters"] = _("名册上没有%(who)s，请先登记。") % {"who": Body(voters).label}
    if subject is not None and subject.region_id != region.code:
        wrong["subject"] = _("请选择本县的事项。")
    if not options or len(set(options)) < len(options):
        wrong["options"] = _("请至少写一项，各项不能相同。")
    elif len(options) > MOST_OPTIONS or max(map(len, options)) > LONGEST_OPTION:
        words = {"most": MOST_OPTIONS, "longest": LONGEST_OPTION}
        wrong["options"] = _("最多%(most)s项，每项不超过%(longest)s字。") % words
    if wrong:
        raise BadInput(wrong)
