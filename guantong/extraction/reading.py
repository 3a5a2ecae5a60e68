"""What is known of one text while the stages read it; each stage adds its part and changes nothing else."""

from dataclasses import dataclass, field

from guantong.extraction.candidates import Candidate
from guantong.extraction.figure import Figure, Kind, Rejection
from guantong.extraction.layout import Layout, read
from guantong.extraction.numerals import Numeral

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """The text, and per stage what was found. The lists from `figures` on run in parallel."""

    text: str
    known_counties: tuple[str, ...] = ()
    plain: str = ""
    layout: Layout = field(default_factory=lambda: read(""))
    numerals: tuple[Numeral, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    accepted: tuple[Candidate, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    objects: tuple[Span | None, ...] = ()
    kinds: tuple[Kind, ...] = ()
    counties: tuple[str | None, ...] = ()
    indicators: tuple[str | None, ...] = ()
    figures: tuple[Figure, ...] = ()
