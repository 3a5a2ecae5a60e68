"""How a figure of suggestions is put together."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from guantong.figures.definitions import Definition
from guantong.kernel.indicator import Indicator, Measure
from guantong.suggestions.models import Share, ShareRole, Suggestion

ITEMS = ("件", "条", "项", "个")
LEAD_UNIT = Subquery(
    Share.objects.filter(suggestion=OuterRef("pk"), role=ShareRole.LEAD).order_by().values("organisation_id")[:1]
)
BY: dict[str, str | Subquery] = {"deputy": "lead_id", "unit": LEAD_UNIT}
"""Whose it is: the lead deputy's, and that of the unit which handles it in the lead."""


def count(code: str, name: str, text: str, moment: str, *only: Exists, unit: str = "件", **fields: Any) -> Definition:
    """Suggestions with these fields (and of these `only`), counted by a moment."""
    units = tuple(other for other in ITEMS if other != unit)
    return Definition(
        Indicator(code, name, unit, text, units=units),
        lambda: Suggestion.objects.filter(*only, **fields),
        moment=moment,
        by=BY,
    )


def rate(code: str, name: str, text: str, part: Definition, whole: Definition) -> Definition:
    """A share of two counts that are made by the same moment."""
    return Definition(Indicator(code, name, "%", text, measure=Measure.RATE, parts=(part.code, whole.code)))
