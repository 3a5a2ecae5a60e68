"""Satisfaction votes about the papers of the half-year: those that decided, and one that waits for votes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from guantong.accounts.actors import CITIZEN_ACTOR
from guantong.ballots import services as ballots
from guantong.ballots.models import Ballot, RollEntry
from guantong.ballots.selectors.roll import roll_of
from guantong.base.now import now
from guantong.demo import supervising
from guantong.demo.accounts import ACCOUNTS
from guantong.demo.county import County, director_of
from guantong.demo.moments import office
from guantong.demo.timeline import Course
from guantong.demo.words import data
from guantong.handoffs.ballot_on_opinion import call_vote, take_vote
from guantong.supervision.models import DeliberationOpinion

WAITING = "451028"
"""The county whose last paper is being voted on now."""

CODES = ("7KQ2M9XW4D", "HV3B8TRZ0N")
"""The tellers' codes of the demonstration, printed in the README: only they open its box."""

FIRST, BETWEEN = date(2025, 7, 10), timedelta(days=9)
"""The day from which reports are voted on, one after the other."""

ABSENT, ON_PAPER = 1, 2
FEW = 8
"""Members present up to whom all vote on screens: two on paper would be known."""

MOOD = ("1-satisfied",) * 5 + ("1-fair",) + ("1-dissatisfied",)
"""What those present answer, again and again; in which order is left to chance."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One ballot to come, about the county's paper of that number; `published`: it is led to its end."""

    county: County
    paper: int
    begins_at: datetime
    published: bool
    rng: Random


def votes(county: County) -> Iterator[Vote]:
    """The ballots of a county: one about each of its papers."""
    rng = Random(f"2025 ballots {county.code}")  # noqa: S311  a repeatable story, not a secret
    papers = data("supervision")["county"].get(county.code, {}).get("number", 0)
    for paper in range(papers):
        waits = county.code == WAITING and paper == papers - 1
        moment = now() - timedelta(minutes=50) if waits else office(FIRST + paper * BETWEEN, rng)
        yield Vote(county, paper, moment, not waits, rng)


def vote_course(vote: Vote) -> Course:
    """Drafted, sealed, opened; of those present some vote on screens, some on paper; counted and published."""
    clerk, second = vote.county.clerks
    reports = DeliberationOpinion.objects.filter(region=vote.county.region).order_by("opened_at", "pk")
    opinion = reports[vote.paper]
    ballot = call_vote(opinion=opinion, actor=clerk)
    yield now() + timedelta(minutes=10)
    ballot = ballots.freeze_ballot(ballot=ballot, actor=second)
    entries = [entry.pk for entry in roll_of(ballot)]
    ballots.check_in(ballot=ballot, present=entries[ABSENT:], actor=clerk)
    answers = [MOOD[number % len(MOOD)] for number in range(len(entries) - ABSENT)]
    yield now() + timedelta(minutes=5)
    ballot = ballots.open_ballot(
        ballot=ballot, first_secret=CODES[0], second_secret=CODES[1], actor=director_of(vote.county)
    )
    yield now() + timedelta(minutes=5)
    if not vote.published:
        _on_screens(vote, ballot, answers[:FEW])
        return
    by_hand = _hand_out(vote, ballot, answers[:ON_PAPER]) if len(answers) > FEW else []
    _on_screens(vote, ballot, answers[len(by_hand) :])
    yield now() + timedelta(minutes=15)
    ballot = ballots.close_ballot(ballot=ballot, actor=clerk)
    for teller in (clerk, second) if by_hand else ():
        ballot = ballots.enter_paper_ballots(ballot=ballot, papers=by_hand, actor=teller)
    ballot = ballots.count_ballot(ballot=ballot, first_secret=CODES[0], second_secret=CODES[1], actor=clerk)
    yield now() + timedelta(minutes=20)
    ballot = ballots.publish_ballot(ballot=ballot, actor=director_of(vote.county))
    opinion.refresh_from_db()
    taken = take_vote(opinion=opinion, ballot=ballot, actor=clerk)
    yield now() + timedelta(days=1)
    supervising.close_if_done(vote.county, taken)


def _hand_out(vote: Vote, ballot: Ballot, answers: list[str]) -> list[tuple[str, ...]]:
    for entry in roll_of(ballot).select_related("ballot").filter(present=True).reverse()[:ON_PAPER]:
        ballots.hand_out_paper(entry=entry, actor=vote.county.clerks[0])
    return [(answer,) for answer in answers]


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
