"""What deputies suggest, from the draft to the promise kept, each at its own moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from guantong.accounts.actors import Actor
from guantong.base.now import now, today
from guantong.base.satisfaction import Satisfaction
from guantong.demo.county import County
from guantong.demo.moments import days_later, office, soon, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.words import data, facts
from guantong.deputies.models import Deputy
from guantong.handoffs.opinion_to_suggestion import opinion_to_suggestion, words_for_deputy
from guantong.opinions import services as opinions
from guantong.opinions.models import Source
from guantong.opinions.services import Spoken
from guantong.suggestions import services as suggestions
from guantong.suggestions.models import HowContacted, Put, ReplyCategory, Subject, Suggestion
from guantong.suggestions.services import Reply

RESOLVED_SHARE, UNSATISFIED_SHARE, KEPT_SHARE, PHONE_SHARE = 0.62, 0.05, 0.7, 0.15
SESSION_LAST = timedelta(days=45)
"""Within so many days of the new year the congress sits: what is put then is put at the session."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One suggestion to come; `key`: a leader of the standing committee supervises it."""

    county: County
    lead: Deputy
    drafted_at: datetime
    words: dict[str, Any]
    facts: dict[str, str]
    rng: Random
    key: bool = False

    def said(self, what: str) -> str:
        """One of its texts, with places and numbers filled in."""
        return str(self.words[what]).format_map(self.facts)


def plan_of(county: str) -> dict[str, Any]:
    """How many suggestions a county's deputies make in the half-year, and how many are key."""
    file = data("suggestions")["county"]
    own: dict[str, Any] = file.get(county, file["default"])
    return own


def ideas(county: County, first: date, last: date, count: int, key: int) -> Iterator[Idea]:
    """So many suggestions put between two days, the first `key` of them key ones."""
    rng = Random(f"2025 suggestions {county.code} {first}")  # noqa: S311  a repeatable story, not a secret
    known = data("suggestions")["suggestion"]
    leads = [deputy for deputy in county.deputies if deputy.person_id]
    for number in range(count):
        words = known[number % len(known)]
        place = rng.choice(county.stations).place
        day = first + timedelta(days=rng.randint(0, max((last - first).days, 1)))
        yield Idea(
            county=county,
            lead=leads[number % len(leads)],
            drafted_at=office(day, rng),
            words=words,
            facts=facts(place.name, rng),
            rng=Random(rng.random()),  # noqa: S311  (a story)
            key=number < key,
        )


def idea_course(idea: Idea) -> Course:
    """Drafted, submitted, checked, handed over; key ones marked; answered and rated."""
    rng, county, deputy = idea.rng, idea.county, county_deputy(idea)
    unit, clerk = county.bodies[idea.words["unit"]], county.clerks[0]
    row = suggestions.draft_suggestion(
        lead=idea.lead,
        title=idea.said("title"),
        body=idea.said("body"),
        subject=Subject(idea.words["subject"]),
        put=Put.SESSION if today() - date(today().year, 1, 1) < SESSION_LAST else Put.BETWEEN,
        session=f"{county.region.name}人民代表大会会议" if today() - date(today().year, 1, 1) < SESSION_LAST else "",
        year=today().year,
        actor=deputy,
    )
    yield soon(now(), rng)
    row = suggestions.submit_suggestion(suggestion=row, actor=deputy)
    yield workdays_later(now(), rng.randint(1, 2), rng)
    row = suggestions.accept_suggestion(suggestion=row, actor=clerk)
    yield soon(now(), rng)
    row = suggestions.hand_over(suggestion=row, lead_unit=unit, actor=clerk)
    if idea.key:
        row = suggestions.mark_key(suggestion=row, leader=rng.choice(data("suggestions")["words"]["key"]), actor=clerk)
    yield from _handled(idea, row, county.officer(unit), deputy)


def county_deputy(idea: Idea) -> Actor:
    """The lead deputy, signed in."""
    return idea.county.deputy_actor(idea.lead)


def _handled(idea: Idea, row: Suggestion, officer: Actor, deputy: Actor) -> Course:
    rng, words = idea.rng, data("suggestions")["words"]
    yield days_later(now(), rng.randint(8, 30), rng)
    how = HowContacted.PHONE if rng.random() < PHONE_SHARE else HowContacted.MEETING
    row = suggestions.log_contact(
        suggestion=row, at=now(), how=how, who=idea.lead.name, notes=rng.choice(words["contact"]), actor=officer
    )
    yield days_later(now(), rng.randint(10, 45), rng)
    row = suggestions.reply_to_suggestion(suggestion=row, reply=_reply(idea), actor=officer)
    yield days_later(now(), rng.randint(1, 8), rng)
    if rng.random() < UNSATISFIED_SHARE:
        row = suggestions.rate_suggestion(
            suggestion=row,
            rated_process=Satisfaction.FAIR,
            rated_result=Satisfaction.DISSATISFIED,
            reason=words["dissatisfied"],
            actor=deputy,
        )
        yield workdays_later(now(), 2, rng)
        row = suggestions.rehandle_suggestion(suggestion=row, reason=words["dissatisfied"], actor=idea.county.clerks[0])
        yield days_later(now(), rng.randint(5, 12), rng)
        row = suggestions.log_contact(
            suggestion=row, at=now(), how=HowContacted.VISIT, who=idea.lead.name, notes=words["contact"][0],
            actor=officer,
        )  # fmt: skip
        row = suggestions.reply_to_suggestion(suggestion=row, reply=_reply(idea), actor=officer)
        yield days_later(now(), rng.randint(1, 8), rng)
    row = suggestions.rate_suggestion(
        suggestion=row,
        rated_process=Satisfaction.SATISFIED,
        rated_result=Satisfaction.SATISFIED if rng.random() < 0.8 else Satisfaction.FAIR,
        actor=deputy,
    )
    if row.state == "tracking" and rng.random() < KEPT_SHARE:
        yield days_later(now(), rng.randint(40, 150), rng)
        row = suggestions.report_delivery(suggestion=row, delivery=idea.said("resolved"), actor=officer)
        yield workdays_later(now(), rng.randint(1, 5), rng)
        suggestions.verify_delivery(suggestion=row, actor=idea.county.clerks[1])


def _reply(idea: Idea) -> Reply:
    """Done already, or promised for a day to come."""
    if idea.rng.random() < RESOLVED_SHARE:
        return Reply(text=idea.said("resolved"), category=ReplyCategory.RESOLVED)
    promise = idea.said("promise")
    category = ReplyCategory.IN_PROGRESS if idea.rng.random() < 0.6 else ReplyCategory.PLANNED
    return Reply(
        text=f"所提情况属实，{promise}。",
        category=category,
        promise=promise,
        promised_by=today() + timedelta(days=idea.rng.randint(120, 300)),
    )


TAKEN_UP = "圩场到各屯没有班车，老人看病、学生返校都靠搭便车。希望县里统筹，开一条圩日班线。"
"""An opinion that no single department can settle: a deputy makes a suggestion of it."""


def taken_up(county: County) -> Course:
    """Somebody says something at the stall, and a deputy takes it up as a suggestion."""
    clerk, rng = county.clerks[0], Random(f"taken up {county.code} {today()}")  # noqa: S311  (a story)
    lead = next(deputy for deputy in county.deputies if deputy.person_id)
    heard = opinions.submit_opinion(code=county.codes[Source.STALL][0], spoken=Spoken(uuid4(), TAKEN_UP))
    yield soon(now(), rng)
    heard = opinions.accept_opinion(opinion=heard, actor=clerk)
    yield workdays_later(now(), 1, rng)
    opinion_to_suggestion(
        opinion=heard,
        lead=lead,
        title="关于开通圩日班线的建议",
        body=words_for_deputy(heard),
        subject=Subject.TRANSPORT,
        actor=clerk,
    )
