"""From counts to points: plain arithmetic, the same whenever it is done again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Counts = Mapping[str, tuple[int, int]]
"""By figure: a rate's two counts; of another figure the count, and 0."""

HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Score:
    """Points of a hundred, and the working: item by item what was counted and what it gave."""

    points: Decimal
    working: Mapping[str, Any]


def score(items: Sequence[Mapping[str, Any]], counts: Counts) -> Score | None:
    """One subject's score under a rule's items; None when no item applies.

    A count gives its points in proportion, and all of them from `full_at` on; a rate gives its points times the
    share. A rate of nothing does not apply. What applies is scaled to a hundred, half up to two places.
    """
    rows = [_item(item, *counts.get(item["figure"], (0, 0))) for item in items]
    applying = [row for row in rows if row["points"] is not None]
    full = sum((row["full"] for row in applying), 0)
    if not full:
        return None
    got = sum((Decimal(row["points"]) for row in applying), Decimal(0))
    points = (got * HUNDRED / full).quantize(CENT, ROUND_HALF_UP)
    return Score(points, {"items": rows, "got": str(got), "full": full, "points": str(points)})


def _item(item: Mapping[str, Any], count: int, of: int) -> dict[str, Any]:
    full = int(item["points"])
    row: dict[str, Any] = {"figure": item["figure"], "full": full, "count": count}
    if item.get("rate"):
        row["of"] = of
        got = None if not of else _rounded(Decimal(full) * min(count, of) / of)
    else:
        most = int(item["full_at"])
        row["full_at"] = most
        got = _rounded(Decimal(full) * min(count, most) / most)
    return {**row, "points": None if got is None else str(got)}


def _rounded(points: Decimal) -> Decimal:
    return points.quantize(CENT, ROUND_HALF_UP)


def ranks(points: Iterable[Decimal]) -> dict[Decimal, int]:
    """The rank of each number of points: equal points share a rank, and the next rank counts all before it."""
    ordered = sorted(points, reverse=True)
    return {each: ordered.index(each) + 1 for each in set(ordered)}
