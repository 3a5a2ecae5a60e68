"""The period that a page of the desk is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from guantong.base.now import today
from guantong.base.refusals import BadInput
from guantong.figures.asked import period_of
from guantong.figures.selectors import half_year_of, periods_between
from guantong.kernel.periods import Period

YEARS = 3
"""Years back that the choice offers; any other period may be typed into the address."""


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The period, the ones to choose from, and what was wrong with what was typed."""

    period: Period
    choices: Sequence[Period]
    problem: str = ""

    @property
    def status(self) -> int:
        return 400 if self.problem else 200


def asked_period(request: HttpRequest) -> AskedPeriod:
    """`?period=`; without one, the half-year of today."""
    typed, this = request.GET.get("period", ""), half_year_of(today())
    choices = [p for p in periods_between(today().replace(year=today().year - YEARS + 1, day=1), today())]
    try:
        period = period_of(typed) if typed else this
    except BadInput as refusal:
        return AskedPeriod(this, choices, refusal.sentence)
    return AskedPeriod(period, choices if period in choices else [period, *choices])
