"""A past suggestion as a row tells of it, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guantong.base.satisfaction import Satisfaction
from guantong.suggestions.models.choices import ReplyCategory


@dataclass(frozen=True, slots=True)
class Problem:
    """What cannot be used: where it stands (`row` 0 for the whole sheet), what was read, what is wrong with it."""

    sheet: str
    row: int
    column: str
    read: str
    wrong: str


@dataclass(frozen=True, slots=True)
class PastSuggestion:
    """One row, understood but not yet held against the records: deputies, units and subject are still names."""

    sheet: str
    row: int
    year: int
    title: str
    lead: str
    submitted: date
    number: str = ""
    signers: tuple[str, ...] = ()
    unit: str = ""
    co_units: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    session: str = ""
    handed: date | None = None
    replied: date | None = None
    reply: str = ""
    reply_number: str = ""
    category: ReplyCategory = ReplyCategory.NONE
    process: Satisfaction | None = None
    grade: Satisfaction | None = None
    rated: date | None = None
    promise: str = ""
    promised_by: date | None = None
    kept: date | None = None
    note: str = ""

    @property
    def promise_open(self) -> bool:
        """Whether something was promised and has not been kept."""
        return bool(self.promise) and self.kept is None
