"""What the pictures are drawn from: marks with a value, a name and the address of their records."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

Number = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or point, and the address of its records.

    `value` None means that nothing was recorded; `shown` replaces the plain number, such as "92.0%".
    """

    label: str
    value: Number | None
    url: str
    shown: str = ""

    def figure(self, unit: str = "") -> str:
        """The value as people read it, with its unit; 无记录 where there is none."""
        if self.value is None:
            return _("无记录")
        return self.shown or f"{self.value:,}{unit}"

    def name(self, unit: str = "") -> str:
        """The sentence that names the mark: what it is and how much."""
        return _("%(label)s：%(figure)s") % {"label": self.label, "figure": self.figure(unit)}


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a line chart; all series of a chart have their marks in the same order of labels."""

    name: str
    marks: Sequence[Mark]


def largest(marks: Sequence[Mark]) -> float:
    """Return the greatest value of the marks, 0 when there is none."""
    return max((float(mark.value) for mark in marks if mark.value is not None), default=0.0)
