"""双联系 in a county: members with deputies, deputies with people and firms, and the log of some months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.demo.county import County
from guantong.demo.moments import at, daytime
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.deputies import services as deputies
from guantong.deputies.models import Contact, ContactLink, Deputy, Followed, How, Target
from guantong.figures.selectors import half_year_of
from guantong.matters.models import Matter
from guantong.opinions.models import Channel, Source
from guantong.opinions.services import Spoken, record_opinion

FIRST, SINCE = date(2025, 1, 6), date(2025, 1, 2)
"""When the links of a county were entered, and from when on they stand."""

SPRING = (date(2025, 2, 10), date(2025, 5, 12))
"""About when each was made contact on in the first half-year."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One link to come, and the days on which contact is made; on the last of a firm's something comes of it."""

    county: County
    deputy: Deputy
    target: Target
    contacted: Deputy | None
    called: str
    number: int
    days: tuple[date, ...]
    rng: Random

    @property
    def made_at(self) -> datetime:
        return at(FIRST, 9, self.number)


def bonds(county: County) -> Iterator[Bond]:
    """The links of a county, the members' first."""
    idle = int(data("linking")["idle_every"])
    for number, pair in enumerate(_pairs(county)):
        rng = Random(f"2025 links {county.code} {number}")  # noqa: S311  a repeatable story, not a secret
        days = () if number % idle == idle - 1 else tuple(sorted(_days(rng)))
        yield Bond(county, *pair, number, days, rng)


def _days(rng: Random) -> Iterator[date]:
    for about in SPRING:
        yield about + timedelta(days=rng.randint(0, 40))
    this = half_year_of(today()).start + timedelta(days=rng.randint(5, 40))
    lately = today() - timedelta(days=rng.randint(2, 9))
    yield from {day for day in (this, lately) if day <= lately}


def _pairs(county: County) -> Iterator[tuple[Deputy, Target, Deputy | None, str]]:
    plan = data("linking")
    members = [deputy for deputy in county.deputies if deputy.member][: plan["members"]]
    others = [deputy for deputy in county.deputies if not deputy.member]
    for place, member in enumerate(members):
        for turn in range(plan["deputies_each"]):
            yield member, Target.DEPUTY, others[(place * plan["deputies_each"] + turn) % len(others)], ""
    firms = [code.label for code in county.codes[Source.ENTERPRISE]]
    for place, keeper in enumerate(county.deputies[: plan["keepers"]]):
        yield keeper, Target.HOUSEHOLD, None, plan["households"][place % len(plan["households"])]
        if place < len(firms):
            yield keeper, Target.ENTERPRISE, None, firms[place]
        else:
            yield keeper, Target.GROUP, None, plan["groups"][place % len(plan["groups"])]


def bond_course(bond: Bond) -> Course:
    """A link is entered by the congress; its deputy makes contact, or has it written for them."""
    clerk = bond.county.clerks[0]
    link = deputies.make_link(
        deputy=bond.deputy,
        target=bond.target,
        contacted=bond.contacted,
        called=bond.called,
        since=SINCE,
        actor=clerk,
    )
    writer = bond.county.deputy_actor(bond.deputy) if bond.deputy.person_id else clerk
    for day in bond.days:
        yield daytime(day, bond.rng, 9, 16)
        _meet(bond, link, writer, last=day == bond.days[-1])


def _meet(bond: Bond, link: ContactLink, writer: Actor, *, last: bool) -> None:
    words: Any = data("linking")
    more: dict[str, Any] = {"said": bond.rng.choice(words[bond.target])}
    if bond.target == Target.ENTERPRISE and last:
        promise = {"said": words["promise"]["said"], "followed": Followed.DEED, "promise": words["promise"]["deed"]}
        opinion = {"said": words["opinion"], "followed": Followed.OPINION}
        more = promise if bond.number % 4 == 3 else opinion
    contact = deputies.log_contact(
        link=link,
        met_at=now() - timedelta(minutes=20),
        how=bond.rng.choice([How.VISIT, How.VISIT, How.PHONE, How.MEETING]),
        person_times=bond.rng.randint(6, 14) if bond.target == Target.GROUP else 1,
        actor=writer,
        **more,
    )
    if contact.followed == Followed.OPINION:
        deputies.follow_contact(contact=contact, became=_recorded(bond, contact, writer), actor=writer)


def _recorded(bond: Bond, contact: Contact, writer: Actor) -> Matter:
    code = next(code for code in bond.county.codes[Source.ENTERPRISE] if code.label == bond.called)
    return record_opinion(
        code=code, spoken=Spoken(client_id=uuid4(), body=contact.said), channel=Channel.SPOKEN, actor=writer
    )
