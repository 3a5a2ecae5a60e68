"""Who says something, where and when, and what is to become of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from guantong.demo.county import County
from guantong.demo.moments import at, daytime
from guantong.demo.words import Told, caller, facts
from guantong.deputies.models import Activity
from guantong.kernel.markets import market_days, parse_cycle
from guantong.opinions.models import Channel, IntakeCode, Opinion, Source
from guantong.opinions.services import Spoken, record_opinion, submit_opinion
from guantong.opinions.services.spoken import NOTICE_VERSION

FIRST, LAST = date(2025, 1, 2), date(2025, 6, 28)
"""The days of the first half-year of 2025 on which people spoke."""

AFTER = at(date(2025, 7, 2), 9)
"""What is not to count in that half-year is answered, or closed, from this moment on."""

ROUGH = ("plain", "late", "handed_back", "extended", "returned", "reopened")
ODDS = (62, 13, 8, 6, 5, 6)
ANY = {"through": 84, "merged": 4, "routed_out": 5, "declined": 3, "withdrawn": 2, "on_the_spot": 4}


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's opinion to come. `fate` is what becomes of it, `course` how smoothly it goes there.

    `solved`: whether the answer is that it is solved; None: as it comes. Nothing answers it before
    `answer_after`, or closes it before `close_after`.
    """

    county: County
    source: str
    spoken_at: datetime
    rng: Random
    fate: str = "through"
    course: str = "plain"
    solved: bool | None = None
    answer_after: datetime | None = None
    close_after: datetime | None = None


WINDOWS = {
    "closed": (FIRST, date(2025, 5, 11)),
    "closed_later": (date(2025, 5, 8), LAST),
    "resolved": (FIRST, date(2025, 5, 11)),
    "unresolved": (FIRST, date(2025, 6, 22)),
    "later": (date(2025, 6, 9), LAST),
    "merged": (date(2025, 2, 20), LAST),
}
"""Days between which somebody must speak, so that what is to become of it can come about in time."""

SLOW_UNTIL = date(2025, 3, 20)
"""Until this day a voice may also take a rough course and still end within the half-year."""


def first_half(county: County, group: dict[str, Any]) -> Iterator[Voice]:
    """The voices of one group of sources in the first half of 2025, as data/counties.toml counts them."""
    for fate, count in group["counts"].items():
        for number in range(count):
            source = group["sources"][number % len(group["sources"])]
            yield _fated(_voice(county, source, *WINDOWS.get(fate, (FIRST, LAST)), mark=f"h1 {fate} {number}"), fate)


def _fated(voice: Voice, fate: str) -> Voice:
    rng, early = voice.rng, voice.spoken_at.date() <= SLOW_UNTIL
    match fate:
        case "any":
            return anyhow(voice)
        case "closed":
            return replace(voice, course=_course(rng) if early else "plain")
        case "resolved":
            return replace(voice, solved=True, course=_course(rng) if early else "plain")
        case "unresolved":
            return replace(
                voice, solved=False, course=rng.choice(("plain", "plain", "plain", "late")) if early else "plain"
            )
        case "later":
            return replace(voice, answer_after=AFTER, close_after=AFTER)
        case "closed_later":
            return replace(voice, close_after=AFTER)
        case "through":
            return replace(voice, course=_course(rng))
    return replace(voice, fate=fate)


def _course(rng: Random) -> str:
    return rng.choices(ROUGH, ODDS)[0]


def anyhow(voice: Voice) -> Voice:
    """Whatever comes: mostly handled to the end, now and then roughly, or ended at the desk."""
    fate = voice.rng.choices(list(ANY), list(ANY.values()))[0]
    return replace(voice, fate=fate, course=_course(voice.rng))


def between(county: County, sources: list[str], count: int, first: date, last: date, mark: str) -> Iterator[Voice]:
    """So many voices between two days, of which anything may become."""
    for number in range(count):
        source = sources[number % len(sources)]
        yield anyhow(_voice(county, source, first, last, mark=f"{mark} {number}"))


def lately(county: County, sources: list[str], count: int, first: date, last: date) -> Iterator[Voice]:
    """So many voices of the last weeks, more of them handled late than in quiet times."""
    for voice in between(county, sources, count, first, last, "recent"):
        yield replace(voice, course="late") if voice.rng.random() < 0.2 else voice


def just_now(county: County, sources: list[str], count: int, moment: datetime) -> Iterator[Voice]:
    """So many voices of the last minutes before a moment, which nobody can have taken on by then."""
    for number in range(count):
        rng = Random(f"2025 {county.code} now {number}")  # noqa: S311  a repeatable story, not a secret
        source = sources[number % len(sources)]
        yield Voice(county, source, moment - timedelta(minutes=rng.randint(2, 10)), rng)


def _voice(county: County, source: str, first: date, last: date, *, mark: str) -> Voice:
    rng = Random(f"2025 {county.code} {source} {mark}")  # noqa: S311  a repeatable story, not a secret
    if source == Source.STALL:
        return Voice(county, source, _at_a_market(county, first, last, rng), rng)
    day = first + timedelta(days=rng.randint(0, (last - first).days))
    return Voice(county, source, daytime(day, rng, 7, 19 if rng.random() < 0.1 else 15), rng)


def _at_a_market(county: County, first: date, last: date, rng: Random) -> datetime:
    manned = [day for _, day in sorted(county.manned) if first <= day <= last]
    if manned and rng.random() < 0.85:
        day = rng.choice(manned)
    else:
        day = rng.choice(market_days(parse_cycle(rng.choice(county.stalls).market_days), first, last) or [last])
    return daytime(day, rng, 8, 12)


def speak(voice: Voice) -> tuple[Opinion, Told, IntakeCode]:
    """The opinion comes in: sent through a code, or written down by the station's keeper."""
    county, rng = voice.county, voice.rng
    code, occasion = _where(voice)
    topic, way = county.deck.draw(Source(voice.source))
    told = Told(topic, way, facts(code.place.name, rng, topic.numbers))
    opinion = say(voice, code, told.body, told.where, occasion)
    return opinion, told, code


def _where(voice: Voice) -> tuple[IntakeCode, Activity | None]:
    codes = voice.county.codes[voice.source]
    if voice.source != Source.STALL:
        return voice.rng.choice(codes), None
    day = voice.spoken_at.date()
    manned = [code for code in codes if (code.station_id, day) in voice.county.manned]
    code = voice.rng.choice(manned or codes)
    return code, voice.county.markets.get((code.station_id or 0, day))


def say(voice: Voice, code: IntakeCode, body: str, where: str, occasion: Activity | None = None) -> Opinion:
    """Send or dictate one text."""
    rng = voice.rng
    name, phone = caller(rng) if rng.random() < 0.28 else ("", "")
    spoken = Spoken(
        client_id=UUID(int=rng.getrandbits(128), version=4),
        body=body,
        where=where,
        contact_name=name,
        contact_phone=phone,
        notice_version=NOTICE_VERSION,
    )
    if code.station is None or rng.random() < 0.55:
        return submit_opinion(code=code, spoken=spoken)
    channel = rng.choice((Channel.SPOKEN, Channel.SPOKEN, Channel.PAPER, Channel.PHONE))
    slip = f"{voice.spoken_at:%m%d}-{rng.randint(1, 99):02d}" if channel == Channel.PAPER else ""
    keeper = voice.county.officer(code.station.organisation)
    return record_opinion(code=code, spoken=spoken, channel=channel, actor=keeper, slip=slip, occasion=occasion)
