"""One thing that happened, said in as many ways as people say it: for the benchmark of likely duplicates."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.complaints import (
    ADDED,
    FILLERS,
    GIVEN,
    GROUPS,
    LANDMARKS,
    PUBLIC_SPOTS,
    SINCE,
    SUBJECTS,
    SURNAMES,
    SWAPS,
    TOWNS,
    VILLAGE_SIGNS,
    Subject,
)

VILLAGES = tuple(one + two + "村" for one in VILLAGE_SIGNS[0] for two in VILLAGE_SIGNS[1])[::4][:96]
"""About as many as a county has, many of them sharing a sign."""

SHARE_OF_PUBLIC_SPOTS = 0.3
"""Of what happens at a spot that every group of every village has: hard to tell apart."""

SHORT, LONG = 20, 300
"""Signs of a short text at most, and of a long one about."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What somebody speaks of: the thing, where it is, and for how long."""

    subject: Subject
    town: str
    village: str
    group: str
    spot: str
    since: str
    fault: int


def happening(chance: Random) -> Happening:
    """Something that happened somewhere."""
    pick = chance.choice
    subject, at = pick(SUBJECTS), chance.randrange(len(VILLAGES))
    who = pick(SURNAMES) + pick(GIVEN) + pick(GIVEN)
    return Happening(
        subject=subject,
        town=TOWNS[at % len(TOWNS)],
        village=VILLAGES[at],
        group=pick(GROUPS),
        spot=pick(PUBLIC_SPOTS) if chance.random() < SHARE_OF_PUBLIC_SPOTS else pick(LANDMARKS).format(w=who),
        since=pick(SINCE),
        fault=chance.randrange(len(subject.faults)),
    )


def short(it: Happening, chance: Random) -> str:
    """In 10 to 20 signs: where and what."""
    pick, what = chance.choice, it.subject
    near = f"{it.village[:-1]}{it.group}组"
    place = near if it.spot in PUBLIC_SPOTS else pick((it.village, near))
    thing = pick(what.names)
    fault = reworded(what.faults[it.fault], chance)
    said = pick((f"{place}{it.spot}{thing}{fault}", f"{thing}{fault}，{place}{it.spot}"))
    return said if len(said) <= SHORT else f"{place}{it.spot}{thing}"[:SHORT]


def usual(it: Happening, chance: Random) -> str:
    """In a sentence or two, as most people do."""
    pick = chance.choice
    parts = [_main(it, chance), pick(it.subject.effects)]
    if chance.random() < 0.6:
        parts.append(pick(it.subject.wishes))
    if chance.random() < 0.2:
        parts = [parts[1], parts[0], *parts[2:]]
    return reworded(
        pick(FILLERS) + "，".join(parts) + "。" + (_added(chance) if chance.random() < 0.35 else ""), chance
    )


def long(it: Happening, chance: Random) -> str:
    """In about 300 signs: what happened among much else."""
    pick, what = chance.choice, it.subject
    core = [_main(it, chance) + "。"]
    core += [f"{effect}。" for effect in chance.sample(what.effects, 2)]
    core += [f"{pick(what.names)}{what.faults[it.fault]}，{pick(what.wishes)}。"]
    core += [f"{it.spot}这里{pick(('最严重', '问题最大', '大家都看得到'))}。"] if chance.random() < 0.5 else []
    while sum(map(len, core)) < LONG - 15:
        core.append(_added(chance))
    if chance.random() < 0.5:
        chance.shuffle(core)
    return reworded(pick(FILLERS) + "".join(core), chance)


def reworded(text: str, chance: Random) -> str:
    """The same with about two in three of the words that have others put in other words."""
    for said, *others in SWAPS:
        if said in text:
            text = text.replace(said, chance.choice((said, *others)))
    return text


def _added(chance: Random) -> str:
    """What people add: the first half of one remark and the second of another."""
    one, two = chance.sample(ADDED, 2)
    return f"{one.rstrip('。').split('，')[0]}，{two.rstrip('。').split('，')[-1]}。"


def _main(it: Happening, chance: Random) -> str:
    pick, what = chance.choice, it.subject
    village = pick((it.village, it.town + it.village, it.village[:-1]))
    group = pick((f"{it.group}组", f"第{it.group}组", f"{it.group}组", ""))
    fault = what.faults[it.fault]
    thing, place = pick(what.names), f"{village}{group}{it.spot}"
    return pick(
        (
            f"{place}的{thing}{fault}，{it.since}了",
            f"我是{village}{group}的，{it.spot}{thing}{fault}已经{it.since}",
            f"{it.since}了，{place}{thing}{fault}",
            f"{thing}{fault}，地点在{place}，有{it.since}了",
            f"{place}那里{thing}还是{fault}",
        )
    )
