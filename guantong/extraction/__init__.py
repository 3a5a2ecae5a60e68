"""Figures out of narrative Chinese report text: plain Python, a list of small pure stages that keep spans."""

from collections.abc import Sequence

from guantong.extraction.figure import Explanation, Figure, Kind, Rejection
from guantong.extraction.reading import Reading
from guantong.extraction.stages import read_text

__all__ = ["Explanation", "Figure", "Kind", "Rejection", "explain", "extract"]


def extract(text: str, *, counties: Sequence[str] = ()) -> list[Figure]:
    """The figures of `text` in order, without overlaps; never raises on any text.

    `counties` are the names that count as counties; without them a county is found by the form of its name.
    """
    return list(read_text(Reading(text, tuple(counties))).figures)


def explain(text: str, *, counties: Sequence[str] = ()) -> Explanation:
    """The figures of `text` and every look-alike that was refused, with the rule and its reason."""
    reading = read_text(Reading(text, tuple(counties)))
    return Explanation(reading.figures, reading.rejections)
