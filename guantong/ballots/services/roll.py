"""Who is there, who takes a paper ballot, and slips for a shared tablet. None of it is an entry: it would tell when."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, RollEntry
from guantong.ballots.policies import desk
from guantong.ballots.receipts import new_slip, slip_digest
from guantong.ballots.selectors.roll import roll_of
from guantong.base.refusals import NotAllowed, NotNow
from guantong.matters.services import lock_matter


@transaction.atomic
def check_in(*, ballot: Ballot, present: Collection[UUID], actor: Actor) -> None:
    """Say who of the roll is there, by their entries; whoever has voted stays. Raises NotAllowed and NotNow."""
    _held(ballot, actor, "frozen", "open")
    ballot.roll.filter(pk__in=present).update(present=True)
    ballot.roll.exclude(pk__in=present).filter(voted=False, on_paper=False).update(present=False)


@transaction.atomic
def hand_out_paper(*, entry: RollEntry, actor: Actor) -> None:
    """Give somebody who is there a paper ballot: from then on they cannot vote on a screen.

    Raises NotAllowed, and NotNow when they voted, took one already, or are not there.
    """
    _held(entry.ballot, actor, "open")
    free = RollEntry.objects.filter(pk=entry.pk, present=True, voted=False, on_paper=False)
    if not free.update(on_paper=True):
        raise NotNow(_("这位已经投票、已经领票，或者还没有签到。"))


@transaction.atomic
def print_slips(*, ballot: Ballot, actor: Actor) -> list[tuple[str, str]]:
    """New slips for everybody who has not voted: pairs of name and slip. Slips printed before stop working.

    They are in no table and cannot be shown again. Raises NotAllowed and NotNow.
    """
    _held(ballot, actor, "frozen", "open")
    waiting = list(roll_of(ballot).filter(voted=False, on_paper=False).select_for_update(of=("self",)))
    slips = [(entry, new_slip()) for entry in waiting]
    for entry, slip in slips:
        entry.slip = slip_digest(slip)
    RollEntry.objects.bulk_update(waiting, ["slip"])
    return [(entry.deputy.name, slip) for entry, slip in slips]


def end_slip(*, slip: str, actor: Actor) -> None:
    """End a slip whose vote is in the box: whoever uses the shared tablet next cannot call its mark up again.

    Whoever holds it may; one that has not voted stays good.
    """
    RollEntry.objects.filter(slip=slip_digest(slip), voted=True).update(slip=None)


def _held(ballot: Ballot, actor: Actor, *states: str) -> None:
    """The ballot as it stands, locked against opening and closing meanwhile."""
    held = lock_matter(ballot)
    if refusal := desk(actor, held):
        raise NotAllowed(refusal)
    if held.state not in states:
        raise NotNow(_("表决现在不在可以签到、领票的阶段。"))
