"""Ballots of one standing committee: a satisfaction vote that was published, and one that waits for votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.ballots import services as ballots
from guantong.ballots.models import Ballot, Body, Purpose, RollEntry
from guantong.ballots.selectors.roll import roll_of
from guantong.base.now import now, today
from guantong.demo.accounts import ACCOUNTS
from guantong.demo.county import County, director_of
from guantong.demo.moments import office
from guantong.demo.timeline import Course
from guantong.matters.models import Matter

COUNTY = "451028"
"""The county that votes."""

CODES = ("7KQ2M9XW4D", "HV3B8TRZ0N")
"""The tellers' codes of the demonstration, printed in the README: only they open its box."""

HELD = timedelta(days=12)
ABSENT, ON_PAPER = 1, 2
GRADES = ("1-satisfied",) * 9 + ("1-fair",) * 3 + ("1-dissatisfied",) * 2
"""What those present answer; in which order is left to chance."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot to come; `published`: it is led to its end."""

    county: County
    begins_at: datetime
    published: bool
    rng: Random


def votes(county: County) -> Iterator[Vote]:
    """The ballots of a county; only one county has some."""
    if county.code != COUNTY:
        return
    rng = Random(f"2025 ballots {county.code}")  # noqa: S311  a repeatable story, not a secret
    yield Vote(county, office(today() - HELD, rng), True, rng)
    yield Vote(county, now() - timedelta(minutes=50), False, rng)


def vote_course(vote: Vote) -> Course:
    """Drafted, sealed, opened; of those present some vote on screens, some on paper; counted and published."""
    clerk, second = vote.county.clerks
    subject = _subject(vote.county, skip=0 if vote.published else 1)
    about = subject.title if subject else "农村饮水安全巩固提升工作情况报告的审议意见"
    ballot = ballots.draft_ballot(
        region=vote.county.region,
        title=f"{about[:90]}办理情况满意度测评",
        voters=Body.STANDING_COMMITTEE,
        purpose=Purpose.SATISFACTION,
        options=[about[:120]],
        subject=subject,
        actor=clerk,
    )
    yield now() + timedelta(minutes=10)
    ballot = ballots.freeze_ballot(ballot=ballot, actor=second)
    entries = [entry.pk for entry in roll_of(ballot)]
    ballots.check_in(ballot=ballot, present=entries[ABSENT:], actor=clerk)
    yield now() + timedelta(minutes=5)
    ballot = ballots.open_ballot(
        ballot=ballot, first_secret=CODES[0], second_secret=CODES[1], actor=director_of(vote.county)
    )
    yield now() + timedelta(minutes=5)
    if not vote.published:
        _on_screens(vote, ballot, list(GRADES[:8]))
        return
    by_hand = _hand_out(vote, ballot)
    _on_screens(vote, ballot, list(GRADES[: len(GRADES) - len(by_hand)]))
    yield now() + timedelta(minutes=15)
    ballot = ballots.close_ballot(ballot=ballot, actor=clerk)
    for teller in (clerk, second):
        ballot = ballots.enter_paper_ballots(ballot=ballot, papers=by_hand, actor=teller)
    ballot = ballots.count_ballot(ballot=ballot, first_secret=CODES[0], second_secret=CODES[1], actor=clerk)
    yield now() + timedelta(minutes=20)
    ballots.publish_ballot(ballot=ballot, actor=director_of(vote.county))


def _hand_out(vote: Vote, ballot: Ballot) -> list[tuple[str, ...]]:
    for entry in roll_of(ballot).select_related("ballot").filter(present=True).reverse()[:ON_PAPER]:
        ballots.hand_out_paper(entry=entry, actor=vote.county.clerks[0])
    return [(answer,) for answer in GRADES[len(GRADES) - ON_PAPER :]]


def _on_screens(vote: Vote, ballot: Ballot, answers: list[str]) -> None:
    """Votes with slips. The one who has an account of the demo is left to vote for themselves."""
    waiting = list(roll_of(ballot).filter(voted=False, on_paper=False).select_related("deputy__person"))
    slips = ballots.print_slips(ballot=ballot, actor=vote.county.clerks[0])
    voting = [
        slip
        for entry, (_name, slip) in zip(waiting, slips, strict=True)
        if entry.present and (vote.published or not _has_account(entry))
    ]
    vote.rng.shuffle(answers)
    for slip, answer in zip(voting, answers, strict=False):
        token = UUID(int=vote.rng.getrandbits(128), version=4)
        ballots.cast_vote(ballot=ballot, choices=[answer], token=token, actor=CITIZEN_ACTOR, slip=slip)


def _has_account(entry: RollEntry) -> bool:
    return entry.deputy.person is not None and entry.deputy.person.username in {
        account.username for account in ACCOUNTS
    }


def _subject(county: County, *, skip: int) -> Matter | None:
    """A deliberation opinion whose handling is rated."""
    rows = Matter.objects.filter(region=county.region, kind="deliberation_opinion").order_by("opened_at", "pk")
    return rows[skip : skip + 1].first() if skip else rows.first()
