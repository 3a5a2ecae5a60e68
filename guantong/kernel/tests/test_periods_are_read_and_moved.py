"""Reporting periods: codes, neighbours, names and bounds."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.periods import Period, PeriodError
from guantong.kernel.workdays import SHANGHAI

CODES = st.builds(
    lambda year, rest: f"{year}{rest}",
    st.integers(1951, 9990),
    st.sampled_from(["", "H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"-{month:02}" for month in range(1, 13))]),
)


@given(CODES)
def test_a_period_ends_where_the_next_begins(code: str) -> None:
    period = Period.parse(code)
    before = period.previous()
    assert period.code == code
    assert before.end + timedelta(days=1) == period.start
    assert before.months == period.months


@pytest.mark.parametrize(
    ("code", "label", "start", "end"),
    [
        ("2025", "2025年", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025H1", "2025年上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025h2", "2025年下半年", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025Q4", "2025年第四季度", date(2025, 10, 1), date(2025, 12, 31)),
        (" 2024-02 ", "2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_code_has_a_name_and_days(code: str, label: str, start: date, end: date) -> None:
    period = Period.parse(code)
    assert (period.label_zh(), period.start, period.end) == (label, start, end)
    assert start in period
    assert end + timedelta(days=1) not in period


def test_bounds_are_half_open_midnights_in_shanghai() -> None:
    assert Period.parse("2025H1").bounds() == (
        datetime(2025, 1, 1, tzinfo=SHANGHAI),
        datetime(2025, 7, 1, tzinfo=SHANGHAI),
    )


@pytest.mark.parametrize(
    "code",
    ["", "2025H3", "2025Q5", "2025-13", "2025-00", "25H1", "0000", "9999", "２０２５", "2025H1x", "九" * 500],
)
def test_what_is_not_a_period_is_refused_with_the_forms_that_are(code: str) -> None:
    with pytest.raises(PeriodError, match="2025H1") as refusal:
        Period.parse(code)
    assert len(str(refusal.value)) < 120
