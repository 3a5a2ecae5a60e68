"""How a figure's number is written for people."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from guantong.figures.values import Value, parts_of


def number(amount: int | Decimal | None) -> str:
    """The number without a unit: 23, 92, 92.1; a dash for a rate of nothing."""
    if amount is None:
        return "—"
    return f"{amount.normalize():f}" if isinstance(amount, Decimal) else str(amount)


def with_unit(value: Value) -> str:
    """The number and its unit: 23场次, 92%."""
    return number(value.amount) if value.amount is None else number(value.amount) + value.unit


def parts(value: Value) -> str:
    """The two counts of a rate: 办结218件 ÷ 收到237件; empty for other figures."""
    halves = parts_of(value.definition)
    if value.parts is None or halves is None:
        return ""
    top, bottom = (
        _("%(name)s%(n)s%(unit)s") % {"name": half.indicator.name, "n": n, "unit": half.indicator.unit}
        for half, n in zip(halves, value.parts, strict=True)
    )
    return f"{top} ÷ {bottom}"
