"""Reading a region and a period that somebody typed."""

from __future__ import annotations

from guantong.base.refusals import BadInput
from guantong.kernel.periods import Period, PeriodError


def period_of(code: str) -> Period:
    """The period of a code such as 2025H1. Raises BadInput, which says what may be written."""
    try:
        return Period.parse(code)
    except PeriodError as error:
        raise BadInput({"period": str(error)}) from error
