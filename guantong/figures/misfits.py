"""Numbers that name a known figure but count it in another unit: 走访500人 where 人次 are recorded."""

from __future__ import annotations

from collections.abc import Callable

from guantong.extraction import Figure
from guantong.extraction.indicators import classify
from guantong.extraction.layout import Layout
from guantong.figures.definitions import Definition, all_definitions
from guantong.kernel.verdict import compatible

Meant = Callable[[Figure], Definition | None]


def misfits(plain: str, layout: Layout) -> Meant:
    """Return the function from a number without an indicator to the figure that its words, but not its unit, name."""
    named = classify.topics(plain)
    known = all_definitions()

    def meant(figure: Figure) -> Definition | None:
        if figure.indicator is not None or not figure.object or figure.kind == "change":
            return None
        start, end = layout.clause(figure.start)
        near = classify.nearness(named, plain, figure.start, end)
        as_if = (d for d in known if not _fits(figure, d))
        return next(
            (d for d in as_if if classify.classify(d.indicator.unit, figure.object, plain[start:end], near) == d.code),
            None,
        )

    return meant


def _fits(figure: Figure, found: Definition) -> bool:
    return compatible(figure.unit, found.indicator.unit, found.indicator.accepts)
