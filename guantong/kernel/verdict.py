"""A reported figure held against the recorded one: five verdicts, each with its reason."""

from collections.abc import Set
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from guantong.kernel.verdict_interval import Interval, Number, exact, numerators, plain
from guantong.kernel.verdict_note import Note
from guantong.kernel.verdict_reported import Reported, interval
from guantong.kernel.verdict_units import compatible, plain_unit

__all__ = [
    "Interval",
    "Judgement",
    "Note",
    "Recorded",
    "Reported",
    "Verdict",
    "compatible",
    "interval",
    "judge",
    "numerators",
]

_WHOLES = {"%": 100, "‰": 1000}


class Verdict(Enum):
    """What the records say to a reported figure."""

    MATCH = "match"
    MISMATCH = "mismatch"
    NO_RECORD = "no_record"
    OTHER_DEFINITION = "other_definition"
    UNVERIFIABLE = "unverifiable"

    @property
    def label(self) -> str:
        """The verdict in Chinese."""
        return _LABELS[self]


_LABELS = {
    Verdict.MATCH: "相符",
    Verdict.MISMATCH: "不符",
    Verdict.NO_RECORD: "无记录",
    Verdict.OTHER_DEFINITION: "口径不同",
    Verdict.UNVERIFIABLE: "无法核对",
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A figure counted from records, in `unit`.

    `parts` are numerator and denominator of a rate; when given, the rate is computed from them and `value`
    is not used. A change rate (同比) has a `value` and no parts. None and a denominator of 0: cannot be told.
    """

    value: Number | None
    unit: str
    parts: tuple[int, int] | None = None

    @property
    def number(self) -> Fraction | None:
        """The exact value, or None."""
        if self.parts is None:
            return None if self.value is None else exact(self.value)
        whole = _WHOLES.get(plain_unit(self.unit), 1)
        return Fraction(self.parts[0] * whole, self.parts[1]) if self.parts[1] else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the interval that the report allows (None where none was needed) and the reason."""

    verdict: Verdict
    interval: Interval | None
    note: Note


def judge(reported: Reported, recorded: Recorded | None, compatible_units: Set[str] = frozenset()) -> Judgement:
    """Compare a printed figure with the recorded one.

    `compatible_units` are the further units that the figure's definition counts as the same (条, 件).
    """
    if recorded is None:
        return Judgement(Verdict.NO_RECORD, None, Note("no_record"))
    if not compatible(reported.unit, recorded.unit, compatible_units):
        units = {"reported": plain_unit(reported.unit), "recorded": plain_unit(recorded.unit)}
        return Judgement(Verdict.OTHER_DEFINITION, None, Note("unit_differs", units))
    number, allowed = recorded.number, interval(reported)
    if number is None:
        return Judgement(Verdict.UNVERIFIABLE, allowed, Note("no_base"))
    verdict = Verdict.MATCH if number in allowed else Verdict.MISMATCH
    if recorded.parts is not None and plain_unit(recorded.unit) == "%":
        return Judgement(verdict, allowed, _rate_note(verdict, recorded.parts, allowed))
    return Judgement(verdict, allowed, _value_note(verdict, number, allowed))


def _rate_note(verdict: Verdict, parts: tuple[int, int], allowed: Interval) -> Note:
    numerator, denominator = parts
    fitting = numerators(denominator, allowed, max(numerator, denominator))
    params = {"numerator": numerator, "denominator": denominator}
    if not fitting:
        return Note("rate_impossible", params)
    ends = {"first": fitting[0], "last": fitting[-1]}
    return Note("rate_fits" if verdict is Verdict.MATCH else "rate_differs", {**params, **ends})


def _value_note(verdict: Verdict, number: Fraction, allowed: Interval) -> Note:
    matches = verdict is Verdict.MATCH
    if not allowed.is_point:
        shown = {"recorded": _shown(number), "interval": str(allowed)}
        return Note("within" if matches else "outside", shown)
    if matches:
        return Note("equal")
    difference = abs(number - Fraction(allowed.low))
    return Note("differs", {"recorded": _shown(number), "difference": _shown(difference)})


def _shown(number: Fraction) -> str:
    return plain(round(Decimal(number.numerator) / number.denominator, 4))
