"""The figures that a matter counts in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from guantong.base.now import local_day
from guantong.figures.addresses import figure_url
from guantong.figures.definitions import Definition, of_model
from guantong.kernel.periods import Period
from guantong.matters.models import Matter


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure: its name, its definition, the half-year in which the matter counts, and the way to it."""

    name: str
    text: str
    period: str
    url: str


def counted(matter: Matter) -> list[Counted]:
    """Every figure whose records this matter is among, in one query."""
    model = type(matter)
    figures = [f for f in of_model(model) if f.place == "place_id" and hasattr(matter, f.moment)]
    if not figures:
        return []
    among = {f"figure_{n}": Exists(figure.rows.filter(pk=OuterRef("pk"))) for n, figure in enumerate(figures)}
    row = model._default_manager.filter(pk=matter.pk).annotate(**among).values_list(*among).get()
    pairs = zip(figures, row, strict=True)
    return [_shown(figure, matter) for figure, counts in pairs if counts and getattr(matter, figure.moment)]


def _shown(figure: Definition, matter: Matter) -> Counted:
    day = local_day(getattr(matter, figure.moment))
    period = Period.parse(f"{day.year}H{1 if day.month <= 6 else 2}")
    return Counted(
        figure.indicator.name,
        figure.indicator.definition,
        period.label_zh(),
        figure_url(figure.code, matter.region_id, period),
    )
