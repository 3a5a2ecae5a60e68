"""What extraction returns: a figure with its span, and a look-alike with the rule that refused it."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["count", "money", "measure", "rate", "change"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text that measures or counts something.

    `start` and `end` are code-point offsets into the text as it was given, so `text[start:end] == figure.text`.
    `value` has 万 and 亿 multiplied out and is the lower end of a range, whose upper end is `value_max`;
    a fall keeps a positive value. `unit` is the measure word without 万 and 亿. `object` says what is counted,
    `indicator` is a code of `indicators`, `county` is whom the sentence is about; each is None when unclear.
    """

    start: int
    end: int
    text: str
    value: int | float
    unit: str
    approx: bool
    object: str | None
    indicator: str | None
    county: str | None
    kind: Kind
    value_max: int | float | None = None

    def as_dict(self) -> dict[str, Any]:
        """The figure as plain values, ready for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number that is no figure, with the rule that says so and its reason in words."""

    start: int
    end: int
    text: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything one reading of a text found: its figures and the look-alikes it refused, both in text order."""

    figures: tuple[Figure, ...]
    rejections: tuple[Rejection, ...]
