"""Whether a text agrees with itself: a rate must be possible over the number that the same sentence gives."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from guantong.extraction import Figure
from guantong.extraction.layout import Layout
from guantong.figures.definitions import find
from guantong.kernel.verdict import Reported, interval, numerators


def contradiction(rate: Figure, figures: Sequence[Figure], layout: Layout) -> str:
    """What is wrong with a rate beside its counts in the same sentence; empty when nothing is, or nothing is said."""
    definition = find(rate.indicator)
    if definition is None or definition.indicator.parts is None or rate.kind == "change" or rate.unit != "%":
        return ""
    top, bottom = (_beside(rate, code, figures, layout) for code in definition.indicator.parts)
    if bottom is None or not _whole(bottom):
        return ""
    total = int(bottom.value)
    allowed = numerators(total, interval(Reported(rate.value, rate.unit, rate.approx, rate.value_max, rate.text)))
    words = {"total": bottom.text, "rate": rate.text}
    if not allowed:
        return _("文内不一致：以“%(total)s”为分母得不出“%(rate)s”。") % words
    if top is not None and _whole(top) and int(top.value) not in allowed:
        told = {**words, "top": top.text, "first": allowed[0], "last": allowed[-1]}
        return _("文内不一致：“%(total)s”的“%(rate)s”应为%(first)s至%(last)s，文中却是“%(top)s”。") % told
    return ""


def _beside(rate: Figure, code: str, figures: Sequence[Figure], layout: Layout) -> Figure | None:
    here = layout.sentence(rate.start)
    return next((f for f in figures if f.indicator == code and layout.sentence(f.start) == here), None)


def _whole(figure: Figure) -> bool:
    return not figure.approx and figure.value_max is None and figure.value > 0 and figure.value == int(figure.value)
