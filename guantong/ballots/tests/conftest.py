"""A standing committee of thirteen, and ballots of it in every state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest

from guantong.accounts.actors import CITIZEN_ACTOR, SYSTEM_ACTOR, Actor
from guantong.accounts.models import Person, Role
from guantong.ballots import services
from guantong.ballots.models import Ballot, Body, Purpose, RollEntry
from guantong.deputies.models import Deputy, Station
from guantong.deputies.roster import register_deputy
from guantong.regions.models import Region

MEMBERS = 13
FIRST, SECOND = "7KQ2M9XW4D", "HV3B8TRZ0N"
"""The tellers' codes."""

YES, FAIR, NO = ("1-satisfied",), ("1-fair",), ("1-dissatisfied",)

Cast = Callable[..., services.Cast]
Lead = Callable[..., Ballot]


@pytest.fixture
def members(hire: Callable[..., Actor], station_a: Station) -> list[Actor]:
    """Thirteen members of the standing committee of county A, each with an account."""
    return [_member(hire, station_a, number) for number in range(MEMBERS)]


def _member(hire: Callable[..., Actor], station: Station, number: int) -> Actor:
    actor = hire(f"member-{number:02}", f"委员{number + 1:02}", Role.DEPUTY, station.organisation)
    register_deputy(
        name=actor.name,
        level="county",
        region=station.region,
        place=station.place,
        station=station,
        person=Person.objects.get(pk=actor.person_id),
        member=True,
        actor=SYSTEM_ACTOR,
    )
    return actor


@pytest.fixture
def draft(county_a: Region, clerk_a: Actor, members: list[Actor]) -> Lead:
    """`draft(options=["…"], purpose=…)`: a ballot of the committee, drafted."""

    def make(options: Sequence[str] = ("农村饮水安全审议意见办理情况",), **more: Any) -> Ballot:
        given = {"title": "满意度测评", "voters": Body.STANDING_COMMITTEE, "purpose": Purpose.SATISFACTION, **more}
        return services.draft_ballot(region=county_a, options=options, actor=clerk_a, **given)

    return make


@pytest.fixture
def lead(draft: Lead, clerk_a: Actor) -> Lead:
    """`lead(to="open", absent=2)`: a ballot that was frozen or opened, with all but so many present."""

    def go(ballot: Ballot | None = None, *, to: str = "open", absent: int = 0, **more: Any) -> Ballot:
        held = services.freeze_ballot(ballot=ballot or draft(**more), actor=clerk_a)
        entries = list(held.roll.order_by("deputy__name").values_list("pk", flat=True))
        services.check_in(ballot=held, present=entries[: len(entries) - absent], actor=clerk_a)
        if to == "frozen":
            return held
        return services.open_ballot(ballot=held, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)

    return go


@pytest.fixture
def count(clerk_a: Actor) -> Lead:
    """Close, count and perhaps publish an open ballot."""

    def go(ballot: Ballot, *, publish: bool = False) -> Ballot:
        held = services.close_ballot(ballot=ballot, actor=clerk_a)
        held = services.count_ballot(ballot=held, first_secret=FIRST, second_secret=SECOND, actor=clerk_a)
        return services.publish_ballot(ballot=held, actor=clerk_a) if publish else held

    return go


def vote(ballot: Ballot, actor: Actor, choices: Sequence[str] = YES, token: UUID | None = None) -> services.Cast:
    """Somebody's vote."""
    return services.cast_vote(ballot=ballot, choices=choices, token=token or uuid4(), actor=actor)


def vote_by_slip(ballot: Ballot, slip: str, choices: Sequence[str] = YES, token: UUID | None = None) -> services.Cast:
    """A vote on the shared tablet."""
    return services.cast_vote(ballot=ballot, choices=choices, token=token or uuid4(), actor=CITIZEN_ACTOR, slip=slip)


def entry(ballot: Ballot, actor: Actor) -> RollEntry:
    """Somebody on the roll."""
    return RollEntry.objects.get(ballot=ballot, deputy=Deputy.objects.get(person_id=actor.person_id))
