"""What a statutory or local period is: its length, its unit, its legal basis and its version."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from guantong.kernel.procedure import HABIT, Basis


class Unit(StrEnum):
    """The unit in which a period is counted."""

    CALENDAR_DAYS = "calendar_days"
    WORKDAYS = "workdays"
    HOURS = "hours"
    MONTHS = "months"

    @property
    def label(self) -> str:
        """The measure word in Chinese, as it follows a number."""
        return _LABELS[self]


_LABELS = {Unit.CALENDAR_DAYS: "天", Unit.WORKDAYS: "个工作日", Unit.HOURS: "小时", Unit.MONTHS: "个月"}


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A period that an event starts.

    `amount` is in `unit`; `name` is the label in Chinese. `basis` says where the period is written and
    `statutory` whether a law sets it; `version` and `effective_from` tell one wording from the next.
    `extension_cap` is the most that may be added, in `unit`; None: the rule knows no extension at all.
    `start_next_day`: the day of the event is not counted (民法典 201). `end_of_day`: the period runs out
    at 24:00 of its last day (203), else at the hour of the event. Hours disregard both.
    `agreed_in` names the field of the record in which a day may have been agreed: that day then counts instead.
    Raises ValueError for a period that is not positive or a cap that is negative.
    """

    code: str
    name: str
    amount: int
    unit: Unit
    basis: Basis
    statutory: bool
    version: str
    effective_from: date | None = None
    end_of_day: bool = True
    extension_cap: int | None = None
    start_next_day: bool = True
    agreed_in: str = ""

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError(f"{self.code}: a period lasts at least one {self.unit}, not {self.amount}")
        if self.extension_cap is not None and self.extension_cap < 0:
            raise ValueError(f"{self.code}: an extension cannot be capped at {self.extension_cap}")

    def until(self, agreed: date, started: date) -> "ClockRule":
        """Return the rule with a length that ends on the agreed day; one that is past ends tomorrow."""
        return replace(self, amount=max((agreed - started).days, 1), unit=Unit.CALENDAR_DAYS)

    def length_with(self, extension: int) -> int:
        """Return the length with `extension` added; raise ValueError if that is negative or over the cap."""
        cap = self.extension_cap or 0
        if not 0 <= extension <= cap:
            raise ValueError(f"{self.code}: an extension of {extension} {self.unit} is not within 0 to {cap}")
        return self.amount + extension


def period(
    code: str, name: str, amount: int, unit: Unit, basis: Basis = HABIT, *, cap: int | None = None, agreed_in: str = ""
) -> ClockRule:
    """Return a default period as a domain declares it; what was read in a law (S) is statutory."""
    return ClockRule(
        code,
        name,
        amount,
        unit,
        basis,
        statutory=basis.mark == "S",
        version="2025",
        extension_cap=cap,
        agreed_in=agreed_in,
    )


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the period does not run; `end` None: it has not ended yet.

    Raises ValueError for naive times and for an end before the start.
    """

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        require_aware(self.start)
        if self.end is not None:
            require_aware(self.end)
            if self.end < self.start:
                raise ValueError(f"a pause that starts at {self.start} cannot end at {self.end}")


def require_aware(moment: datetime) -> datetime:
    """Return `moment`; raise ValueError when it has no time zone."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return moment


def merged(pauses: Iterable[Pause]) -> list[Pause]:
    """Return the pauses in order, those that touch or overlap joined; a running one swallows the rest."""
    joined: list[Pause] = []
    for pause in sorted(pauses, key=lambda each: each.start):
        last = joined[-1] if joined else None
        if last is None or (last.end is not None and last.end < pause.start):
            joined.append(pause)
        elif last.end is not None and (pause.end is None or pause.end > last.end):
            joined[-1] = Pause(last.start, pause.end)
    return joined
