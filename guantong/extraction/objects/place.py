"""One figure in its clause, as the choice of its object sees it."""

import re
from dataclasses import dataclass

from guantong.extraction.candidates import Candidate
from guantong.extraction.objects.words import words

JOINS = re.compile(r"[ 、]*(?:以及|并|和|及|与|或|且)?[ 、]*")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A figure with the free text on either side of it inside its clause, and what the figure before it counts."""

    candidate: Candidate
    left_at: int
    left: str
    right: str
    opens_clause: bool
    alone: bool
    """No further figure follows in its clause."""
    touches: bool
    """The figure before it ends where `left` begins."""
    previous: Span | None
    in_row: bool
    """It continues a row that 邀请 or the clause opened: 邀请5名市代表、12名县代表列席, 5名代表和2名公民旁听."""
    gap: tuple[int, str]
    """The free text of the clause before, for a figure that only sums it up (共156个)."""


def is_rate(place: Place) -> bool:
    return place.candidate.unit.group == "rate"


def is_bare(left: str) -> bool:
    """True when only words that open a clause stand in front."""
    at = 0
    while (found := words().opener.match(left, at)) is not None:
        at = found.end()
    return JOINS.fullmatch(left, at) is not None


def opens_row(place: Place) -> bool:
    return place.in_row or (place.opens_clause and is_bare(place.left))


def hangs_on_pivot(place: Place) -> bool:
    return words().pivot_at_end.search(place.left) is not None


def people_doing(place: Place) -> bool:
    """邀请代表1000人次 列席会议: of people that are named in front, the object is what they do."""
    return (
        place.candidate.unit.name in words().of_people
        and words().people_at_end.search(place.left) is not None
        and words().does.match(place.right) is not None
    )
