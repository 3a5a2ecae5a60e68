"""What the interface answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from ninja import Schema


class Problem(Schema):
    """Why something was refused: one sentence for all, and one for each field that is wrong."""

    detail: str
    fields: dict[str, str]


class Place(Schema):
    code: str
    name: str


class MatterRow(Schema):
    """A matter as a list shows it. `due_at` is empty when no clock runs."""

    id: UUID
    kind: str
    number: str | None
    title: str
    state: str
    state_label: str
    region: str
    place: Place
    holder: str
    opened_at: datetime
    closed_at: datetime | None
    due_at: datetime | None


class MatterPage(Schema):
    """One page in the order of the legal clock; `next` is the cursor of the page after it, empty on the last."""

    rows: list[MatterRow]
    next: str


class Move(Schema):
    """A step that you may take now."""

    code: str
    label: str


class Limit(Schema):
    """A time limit that runs on a matter, with the rule that it comes from."""

    code: str
    name: str
    started_at: datetime
    due_at: datetime | None
    paused: bool
    provisional: bool
    basis: str
    working: list[str]


class MatterWhole(MatterRow):
    version: int
    moves: list[Move]
    limits: list[Limit]


class Happening(Schema):
    """One entry of the ledger."""

    seq: int
    at: datetime
    who: str
    role: str
    organisation: str
    action: str
    label: str
    source: str
    target: str
    reason: str


class FigureShape(Schema):
    """What a figure means. A rate names its two parts."""

    code: str
    name: str
    unit: str
    units: list[str]
    definition: str
    version: str
    measure: str
    parts: list[str]


class FigureValue(Schema):
    """A figure for a region and a period; `amount` is empty for a rate of nothing, `parts` are a rate's two counts."""

    figure: FigureShape
    region: Place
    period: str
    period_label: str
    amount: int | Decimal | None
    parts: list[int]


class Receipt(Schema):
    """What the person who spoke keeps. Number and secret together open the page on which it is followed."""

    receipt: str
    secret: str
    received_at: datetime
