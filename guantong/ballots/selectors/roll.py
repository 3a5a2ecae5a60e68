"""Who may vote, who is there, and who has voted."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from guantong.accounts.actors import Actor
from guantong.ballots.models import Ballot, Body, RollEntry
from guantong.ballots.receipts import slip_digest
from guantong.deputies.models import Deputy
from guantong.deputies.models.deputy import Level
from guantong.deputies.selectors import members_in
from guantong.kernel.ballot_paper import Turnout


def voters_in(voters: Body, region_code: str) -> QuerySet[Deputy]:
    """Who belongs to a county's body today."""
    if voters == Body.STANDING_COMMITTEE:
        return members_in(region_code)
    return Deputy.objects.filter(region_id=region_code, level=Level.COUNTY, active=True)


def roll_of(ballot: Ballot) -> QuerySet[RollEntry]:
    """The roll by name."""
    return ballot.roll.select_related("deputy").order_by("deputy__name", "deputy_id")


def turnout_of(ballot: Ballot) -> Turnout:
    """How many may vote, are there, and took a paper; a ballot always has voters."""
    numbers = ballot.roll.aggregate(
        eligible=Count("pk"),
        present=Count("pk", filter=Q(present=True)),
        handed_out=Count("pk", filter=Q(voted=True) | Q(on_paper=True)),
    )
    return Turnout(**numbers)


def on_paper(ballot: Ballot) -> int:
    """How many took a paper ballot."""
    return ballot.roll.filter(on_paper=True).count()


def own_entry(ballot: Ballot, actor: Actor, slip: str = "") -> RollEntry | None:
    """The voter who asks: the one whose slip they hold, or else who is signed in. None for anybody else."""
    rows = RollEntry.objects.filter(ballot=ballot).select_related("deputy")
    if slip:
        return rows.filter(slip=slip_digest(slip)).first()
    if actor.person_id is None:
        return None
    return rows.filter(deputy__person_id=actor.person_id).first()


def entry_of_slip(slip: str) -> RollEntry | None:
    """The voter whose slip it is, with the ballot."""
    return RollEntry.objects.filter(slip=slip_digest(slip)).select_related("ballot", "deputy").first()


def entries_to_vote(actor: Actor) -> QuerySet[RollEntry]:
    """Where the person who is signed in stands on the roll of a ballot that is frozen, open or just ended."""
    if actor.person_id is None:
        return RollEntry.objects.none()
    rows = RollEntry.objects.filter(deputy__person_id=actor.person_id).select_related("ballot")
    return rows.filter(ballot__state__in=["frozen", "open", "closed"]).order_by("-ballot__opened_at")
