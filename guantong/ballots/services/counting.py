"""Opening the box before everybody's eyes, counting, and publishing."""

from __future__ import annotations

from collections.abc import Iterable
from random import SystemRandom

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Box, Envelope, Paper
from guantong.ballots.receipts import new_mark, tidied
from guantong.ballots.services.casting import read_back
from guantong.ballots.services.tellers import agreed_papers
from guantong.base.lockbox import Opened, WrongCodesError
from guantong.base.refusals import BadInput, NotNow
from guantong.figures.marks import marks_for
from guantong.figures.models import Mark
from guantong.kernel.ballot_export import papers_as_json, papers_digest
from guantong.kernel.ballot_paper import Paper as CountedPaper
from guantong.matters.services import lock_matter, perform

Read = tuple[str, tuple[str, ...]]


@transaction.atomic
def count_ballot(
    *, ballot: Ballot, first_secret: str, second_secret: str, actor: Actor, seen_version: int | None = None
) -> Ballot:
    """Open every envelope with the two tellers' codes, put the paper ballots beside them, and keep papers alone.

    Envelopes, tellers' sheets and slips are destroyed; the papers are written in a random order by one statement; the
    rows of the roll are written anew, so that their order tells nothing. The ledger keeps the digest of all papers.
    Raises BadInput for wrong codes, NotNow as agreed_papers does, and what perform raises.
    """
    held = lock_matter(ballot)
    if held.state != "closed":
        raise NotNow(_("投票截止以后才能开箱计票。"))
    by_hand = agreed_papers(held)
    read = _opened(held, (tidied(first_secret), tidied(second_secret)))
    papers = _distinct([*read, *((new_mark(), choices) for choices in by_hand)])
    SystemRandom().shuffle(papers)
    Paper.objects.bulk_create(Paper(ballot=held, mark=mark, choices=list(choices)) for mark, choices in papers)
    Box.objects.filter(ballot=held).delete()
    held.sheets.all().delete()
    _write_roll_anew(held)
    digest = papers_digest(papers_as_json([CountedPaper(mark, choices) for mark, choices in papers]))
    return perform(
        matter=held,
        transition="count",
        actor=actor,
        seen_version=seen_version,
        changes={"papers_digest": digest},
        data={"papers": len(papers), "on_paper": len(by_hand)},
    )


@transaction.atomic
def publish_ballot(*, ballot: Ballot, actor: Actor, reason: str = "", seen_version: int | None = None) -> Ballot:
    """Publish the result with all papers and their marks; that somebody voted counts from now on.

    Raises what perform raises.
    """
    held = perform(matter=ballot, transition="publish", actor=actor, reason=reason, seen_version=seen_version)
    took_part = held.roll.exclude(voted=False, on_paper=False).select_related("ballot")
    Mark.objects.bulk_create({mark.cell: mark for entry in took_part for mark in marks_for(entry)}.values())
    return held


def _opened(ballot: Ballot, codes: tuple[str, str]) -> list[Read]:
    sealed = Envelope.objects.filter(box__ballot=ballot).values_list("sealed", flat=True)
    try:
        box = Opened(codes, ballot.pk.bytes, ballot.lock)
    except WrongCodesError:
        raise BadInput({"first_secret": _("两个开箱码打不开票箱，请两名监票人核对各自的开箱码。")}) from None
    try:
        return [read_back(box.take_out(bytes(one))) for one in sealed]
    except WrongCodesError:
        raise NotNow(_("票箱里有一张密封票被改动过，打不开。请停止计票，核查后重新组织表决。")) from None


def _distinct(papers: Iterable[Read]) -> list[Read]:
    """The papers with marks of their own: of two that share one by chance, the second bears a -2."""
    met: dict[str, int] = {}
    distinct = []
    for mark, choices in papers:
        met[mark] = met.get(mark, 0) + 1
        distinct.append((mark if met[mark] == 1 else f"{mark}-{met[mark]}", choices))
    return distinct


def _write_roll_anew(ballot: Ballot) -> None:
    keys = list(ballot.roll.values_list("pk", flat=True))
    SystemRandom().shuffle(keys)
    for key in keys:
        ballot.roll.filter(pk=key).update(slip=None)
