"""What becomes of an opinion: every course that its procedure knows, from the first word to the rating."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta

from guantong.accounts.actors import CITIZEN_ACTOR, Actor
from guantong.base.now import local_day, now
from guantong.base.satisfaction import Satisfaction
from guantong.demo.moments import days_later, office, soon, workdays_later
from guantong.demo.timeline import Course
from guantong.demo.voices import Voice, say, speak
from guantong.demo.words import Told, data, facts, phrase
from guantong.opinions import services as opinions
from guantong.opinions.models import Channel, IntakeCode, Lane, Opinion, Outcome, Source, Track
from guantong.regions.models import Organisation, OrganisationKind

Part = Generator[datetime, None, Opinion]
"""A stretch of a course that hands the opinion on as it then stands."""

UNSOLVED = (Outcome.IN_PROGRESS, Outcome.IN_PROGRESS, Outcome.PLANNED, Outcome.PLANNED, Outcome.NOT_FEASIBLE)
TRACKS = {Track.FAST: (0, 1), Track.LIMITED: (1, 6), Track.SUPERVISED: (5, 24)}
"""Days within which a request on each speed of 民情速办 is normally answered."""

RATINGS = ((Satisfaction.SATISFIED, Satisfaction.FAIR, Satisfaction.DISSATISFIED), (61, 27, 12))


def course_of(voice: Voice) -> Course:
    """Everything that happens to one opinion."""
    if voice.fate == "through":
        yield from _through(voice)
    elif voice.fate == "merged":
        yield from _merged(voice)
    elif voice.fate == "routed_out":
        yield from _routed_out(voice)
    elif voice.fate == "declined":
        yield from _declined(voice)
    else:
        yield from _short(voice)


def _clerk(voice: Voice, number: int = 0) -> Actor:
    return voice.county.clerks[number]


def _waits_at_the_desk(voice: Voice, opinion: Opinion) -> datetime:
    return soon(now(), voice.rng, 1.6 if opinion.lane == Lane.RAPID else 6)


def _taken_on(voice: Voice, opinion: Opinion) -> Opinion:
    if opinion.lane != Lane.RAPID:
        return opinions.accept_opinion(opinion=opinion, actor=_clerk(voice))
    track = voice.rng.choices(list(TRACKS), (66, 25, 9))[0]
    return opinions.triage_opinion(opinion=opinion, track=track, actor=_clerk(voice))


def _assigned(voice: Voice, opinion: Opinion, body: Organisation) -> Opinion:
    reason = phrase("assign", voice.rng)
    return opinions.assign_opinion(opinion=opinion, holder=body, actor=_clerk(voice), reason=reason)


def _through(voice: Voice) -> Course:
    opinion, told, code = speak(voice)
    voice.county.heard.append((opinion, told))
    body = voice.county.body_for(told.topic.department, code)
    yield _waits_at_the_desk(voice, opinion)
    opinion = _taken_on(voice, opinion)
    yield _until_assigned(voice, opinion)
    if voice.course == "handed_back" and opinion.lane == Lane.ORDINARY:
        opinion = yield from _handed_back(voice, opinion, body)
    opinion = _assigned(voice, opinion, body)
    opinion = yield from _handled(voice, opinion, told, body)
    if voice.course == "reopened":
        opinion = yield from _reopened(voice, opinion, told, body)
    yield from _to_the_end(voice, opinion, told, body)


def _until_assigned(voice: Voice, opinion: Opinion) -> datetime:
    if opinion.lane == Lane.RAPID:
        return soon(now(), voice.rng, 1)
    slow = voice.course == "late" and voice.rng.random() < 0.3
    return workdays_later(now(), voice.rng.randint(4, 8) if slow else voice.rng.randint(1, 3), voice.rng)


def _handed_back(voice: Voice, opinion: Opinion, right: Organisation) -> Part:
    wrong = voice.county.another_body(right, voice.rng)
    opinion = _assigned(voice, opinion, wrong)
    yield workdays_later(now(), voice.rng.randint(1, 5), voice.rng)
    opinion = opinions.hand_back_opinion(
        opinion=opinion,
        reason=phrase("hand_back", voice.rng),
        next_body=right.name,
        actor=voice.county.officer(wrong),
    )
    yield workdays_later(now(), voice.rng.randint(1, 2), voice.rng)
    return opinion


def _days_to_answer(voice: Voice, opinion: Opinion, body: Organisation) -> tuple[int, int]:
    late = voice.course == "late"
    if opinion.lane == Lane.RAPID:
        first, last = TRACKS[Track(opinion.track)]
        return (last + 2, last + 9) if late else (first, last)
    if body.kind == OrganisationKind.DEPARTMENT:
        return (32, 43) if late else (5, 26)
    return (17, 28) if late else (3, 13)


def _handled(voice: Voice, opinion: Opinion, told: Told, body: Organisation) -> Part:
    rng = voice.rng
    first, last = _days_to_answer(voice, opinion, body)
    if voice.course == "extended" and body.kind == OrganisationKind.DEPARTMENT and opinion.lane == Lane.ORDINARY:
        yield days_later(now(), rng.randint(14, 25), rng)
        opinion = opinions.extend_opinion(
            opinion=opinion,
            clock="opinion.department",
            amount=rng.choice((10, 15)),
            reason=phrase("extend", rng),
            actor=_clerk(voice),
        )
        first, last = 6, 16
    days = rng.randint(first, last)
    yield _not_before(voice.answer_after, soon(now(), rng, 5) if days == 0 else days_later(now(), days, rng), voice)
    return _answered(voice, opinion, told, voice.county.officer(body))


def _not_before(bound: datetime | None, moment: datetime, voice: Voice) -> datetime:
    if bound is None or moment >= bound:
        return moment
    return office(local_day(bound + timedelta(days=voice.rng.randint(0, 20))), voice.rng)


def _answered(voice: Voice, opinion: Opinion, told: Told, actor: Actor) -> Opinion:
    solved = voice.rng.random() < 0.56 if voice.solved is None else voice.solved
    outcome = Outcome.RESOLVED if solved else voice.rng.choice(UNSOLVED)
    return opinions.answer_opinion(
        opinion=opinion, answer=told.answer(outcome, voice.rng), outcome=outcome, actor=actor
    )


def _again(voice: Voice, opinion: Opinion, told: Told, body: Organisation) -> Part:
    """Assigned once more and answered once more, sooner than the first time."""
    yield workdays_later(now(), 1, voice.rng)
    opinion = _assigned(voice, opinion, body)
    yield _not_before(voice.answer_after, days_later(now(), voice.rng.randint(4, 10), voice.rng), voice)
    return _answered(voice, opinion, told, voice.county.officer(body))


def _reopened(voice: Voice, opinion: Opinion, told: Told, body: Organisation) -> Part:
    yield days_later(now(), voice.rng.randint(1, 4), voice.rng)
    opinion = opinions.reopen_opinion(opinion=opinion, reason=phrase("reopen", voice.rng), actor=_asker(voice, opinion))
    return (yield from _again(voice, opinion, told, body))


def _asker(voice: Voice, opinion: Opinion) -> Actor:
    """The person themselves; congress staff who phone, for somebody who spoke without a phone of their own."""
    return CITIZEN_ACTOR if opinion.channel == Channel.CODE else _clerk(voice)


def _to_the_end(voice: Voice, opinion: Opinion, told: Told, body: Organisation) -> Course:
    rng = voice.rng
    confirms = rng.choices(("never", "answered", "closed"), (40, 22, 38))[0]
    if voice.close_after and not voice.answer_after:
        confirms = "answered"  # which ends the time for asking back, so that closing may wait
    if confirms == "answered":
        yield days_later(now(), rng.randint(1, 3), rng)
        opinion = _rated(voice, opinion)
    yield workdays_later(now(), rng.randint(1, 3), rng)
    proposer = voice.county.officer(body) if rng.random() < 0.8 else _clerk(voice)
    opinion = opinions.propose_close(opinion=opinion, actor=proposer)
    yield _not_before(voice.close_after, workdays_later(now(), rng.randint(1, 2), rng), voice)
    if voice.course == "returned":
        opinion = opinions.return_close(opinion=opinion, reason=phrase("return_close", rng), actor=_clerk(voice, 1))
        opinion = yield from _again(voice, opinion, told, body)
        yield workdays_later(now(), 1, rng)
        opinion = opinions.propose_close(opinion=opinion, actor=voice.county.officer(body))
        yield workdays_later(now(), 1, rng)
    opinion = opinions.close_opinion(opinion=opinion, actor=_clerk(voice, 1), reason=phrase("close", rng))
    if confirms == "closed":
        yield days_later(now(), rng.randint(1, 9), rng)
        _rated(voice, opinion)


def _rated(voice: Voice, opinion: Opinion) -> Opinion:
    process, result = voice.rng.choices(*RATINGS, k=2)
    return opinions.confirm_opinion(
        opinion=opinion,
        rated_process=process,
        rated_result=result,
        reason=phrase("rate", voice.rng),
        actor=_asker(voice, opinion),
    )


def _merged(voice: Voice) -> Course:
    """Somebody says again what somebody else said before; where nobody did, it goes its own way."""
    known = _said_before(voice)
    if known is None:
        yield from _through(voice)
        return
    target, told, code = known
    opinion = say(voice, code, told.again().body, told.where)
    yield _waits_at_the_desk(voice, opinion)
    opinions.merge_opinion(opinion=opinion, target=target, actor=_clerk(voice), reason=phrase("merge", voice.rng))


def _said_before(voice: Voice) -> tuple[Opinion, Told, IntakeCode] | None:
    codes = voice.county.codes[voice.source]
    for target, told in reversed(voice.county.heard):
        near = [code for code in codes if code.place_id == target.place_id]
        if near and (target.source == Source.ENTERPRISE) == (voice.source == Source.ENTERPRISE):
            return target, told, near[0]
    return None


def _routed_out(voice: Voice) -> Course:
    kind = voice.rng.choice(data("topics/outside")["out"])
    opinion = _said_outside(voice, kind["said"])
    yield _waits_at_the_desk(voice, opinion)
    opinions.route_out_opinion(
        opinion=opinion, destination=kind["destination"], reason=kind["told"], actor=_clerk(voice)
    )


def _declined(voice: Voice) -> Course:
    kind = voice.rng.choice(data("topics/outside")["declined"])
    opinion = _said_outside(voice, kind["said"])
    yield _waits_at_the_desk(voice, opinion)
    opinions.decline_opinion(opinion=opinion, reason=voice.rng.choice(kind["told"]), actor=_clerk(voice))


def _said_outside(voice: Voice, texts: list[str]) -> Opinion:
    code = voice.rng.choice(voice.county.codes[voice.source])
    circumstances = facts(code.place.name, voice.rng)
    return say(voice, code, voice.rng.choice(texts).format_map(circumstances), circumstances["xiang"])


def _short(voice: Voice) -> Course:
    """Taken back before anybody handled it, or answered on the spot at the desk."""
    opinion = speak(voice)[0]
    yield _waits_at_the_desk(voice, opinion)
    if voice.fate == "withdrawn":
        opinions.withdraw_opinion(opinion=opinion, reason=phrase("withdraw", voice.rng), actor=_asker(voice, opinion))
        return
    opinion = _taken_on(voice, opinion)
    yield soon(now(), voice.rng, 3)
    opinion = opinions.answer_opinion(
        opinion=opinion,
        answer=phrase("now_answer", voice.rng),
        outcome=Outcome.RESOLVED,
        actor=_clerk(voice),
    )
    yield workdays_later(now(), 1, voice.rng)
    opinion = opinions.propose_close(opinion=opinion, actor=_clerk(voice))
    yield workdays_later(now(), 1, voice.rng)
    opinions.close_opinion(opinion=opinion, actor=_clerk(voice, 1))
