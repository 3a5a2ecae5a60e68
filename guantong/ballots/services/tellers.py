"""Closing the box, and reading off the paper ballots: by two people, paper by paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Box, Envelope, TellerSheet
from guantong.ballots.selectors.results import rule_of
from guantong.ballots.selectors.roll import on_paper, turnout_of
from guantong.base.refusals import BadInput, NotNow
from guantong.kernel.ballot_paper import well_formed
from guantong.matters.services import lock_matter, perform

Choices = tuple[str, ...]


@transaction.atomic
def close_ballot(*, ballot: Ballot, actor: Actor, reason: str = "", seen_version: int | None = None) -> Ballot:
    """Shut the box: who is putting a vote in is waited for, nobody after. The ledger keeps how many lie in it.

    Raises what perform raises.
    """
    held = lock_matter(ballot)
    boxes = Box.objects.filter(ballot=held)
    list(boxes.select_for_update().order_by("number"))
    boxes.update(shut=True)
    turnout = turnout_of(held)
    return perform(
        matter=held,
        transition="close",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        data={
            "present": turnout.present,
            "handed_out": turnout.handed_out,
            "papers_in_box": Envelope.objects.filter(box__ballot=held).count(),
            "on_paper": on_paper(held),
        },
    )


@transaction.atomic
def enter_paper_ballots(
    *, ballot: Ballot, papers: Sequence[Choices], actor: Actor, seen_version: int | None = None
) -> Ballot:
    """Write down what one teller read off every paper ballot; a second one does the same, and both must agree.

    A teller's second entry takes the place of the first. Never a total is typed. Raises BadInput for a paper that
    cannot be so, and what perform raises.
    """
    held = lock_matter(ballot)
    rule = rule_of(held)
    if wrong := [number for number, choices in enumerate(papers, 1) if not well_formed(rule, choices)]:
        raise BadInput({"papers": _("第%(n)s张票无法识别，请核对。") % {"n": "、".join(map(str, wrong))}})
    moved = perform(
        matter=held, transition="enter", actor=actor, seen_version=seen_version, data={"papers": len(papers)}
    )
    # Sorted: the order in which papers were taken out of the urn is not kept either.
    rows = sorted(sorted(choices) for choices in papers)
    TellerSheet.objects.update_or_create(ballot=moved, teller_id=actor.person_id, defaults={"papers": rows})
    return moved


def agreed_papers(ballot: Ballot) -> list[Choices]:
    """What two tellers read off the paper ballots alike.

    Raises NotNow when paper ballots were handed out and two tellers have not both entered them, or differ: the
    sentence says in how many papers.
    """
    sheets = [Counter(tuple(row) for row in sheet.papers) for sheet in ballot.sheets.order_by("pk")]
    if not sheets and not on_paper(ballot):
        return []
    if len(sheets) < 2:
        raise NotNow(_("发出过纸质票。请两名监票人分别逐张录入，再计票。"))
    differing = max(sum(((a - b) | (b - a)).values()) for a in sheets for b in sheets)
    if differing:
        raise NotNow(_("监票人录入的纸质票有%(n)s处不一致，请核对票面后重新录入。") % {"n": differing})
    return list(sheets[0].elements())
