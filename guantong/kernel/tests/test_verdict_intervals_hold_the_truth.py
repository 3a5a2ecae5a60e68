"""Intervals of printed figures: whatever prints so lies inside."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.kernel.verdict import Reported, interval
from guantong.kernel.verdict_interval import Interval, numerators, rounding

COUNTS = st.integers(1, 10**9)


def printed_rate(numerator: int, total: int, decimals: int) -> Decimal:
    """The share in percent, rounded half up by whole-number arithmetic."""
    scaled = (2 * numerator * 10 ** (decimals + 2) + total) // (2 * total)
    return Decimal(scaled).scaleb(-decimals)


@given(st.integers(1, 5000), st.integers(0, 2), st.data())
def test_a_rounded_rate_takes_in_its_numerator(total: int, decimals: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, total))
    rate = printed_rate(numerator, total, decimals)
    fitting = numerators(total, rounding(rate, Decimal(1).scaleb(-decimals)))
    assert numerator in fitting
    assert {printed_rate(each, total, decimals) for each in (fitting[0], fitting[-1])} == {rate}


@given(st.integers(1, 2000), st.data())
def test_a_numerator_outside_the_range_prints_otherwise(total: int, data: st.DataObject) -> None:
    rate = data.draw(st.integers(0, 100))
    outside = set(range(total + 1)) - set(numerators(total, rounding(Decimal(rate), Decimal(1))))
    assert all(printed_rate(each, total, 0) != rate for each in outside)


@given(COUNTS, st.data())
def test_more_than_x_holds_every_truth_that_prints_so(truth: int, data: st.DataObject) -> None:
    digits = data.draw(st.integers(1, len(str(truth))))
    place = 10 ** (len(str(truth)) - digits)
    printed = truth // place * place
    assert truth in interval(Reported(printed, "人次", True, text=f"{printed}余人次"))


@given(st.integers(10**4, 10**9))
def test_ten_thousands_with_a_decimal_hold_every_truth_that_prints_so(truth: int) -> None:
    cut = truth // 1000 * 1000
    text = f"{cut // 10000}.{cut // 1000 % 10}万余人次"
    assert truth in interval(Reported(cut, "人次", True, text=text))
    rounded = (truth + 500) // 1000 * 1000
    text = f"{rounded // 10000}.{rounded // 1000 % 10}万人次"
    assert truth in interval(Reported(rounded, "人次", text=text))


@given(COUNTS)
def test_an_exact_count_is_a_point(value: int) -> None:
    found = interval(Reported(value, "件", text=f"{value}件"))
    assert found.is_point
    assert value in found
    assert value + 1 not in found


@pytest.mark.parametrize(
    ("value", "unit", "text", "expected"),
    [
        (500, "人次", "500余人次", "[500, 600)"),
        (110, "个", "110余个", "[110, 120)"),
        (200000, "亩", "20余万亩", "[200000, 300000)"),
        (13000, "亩", "1.3万余亩", "[13000, 14000)"),
        (130000, "亩", "13.0万余亩", "[130000, 131000)"),
        (5000, "人", "5000多人", "[5000, 6000)"),
        (10, "次", "十几次", "[10, 20)"),
        (1000, "人", "上千人", "[1000, 2000)"),
        (200, "条", "近200条", "[180, 200)"),
        (200, "条", "近200多条", "[180, 300)"),
        (3000, "人", "约3000人", "[2700, 3300]"),
        (300, "平方米", "逾300平方米", "(300, 400)"),
        (90, "%", "超90%", "(90, 100]"),
        (85, "%", "85%以上", "[85, 90)"),
        (92, "%", "近92%", "[91, 92)"),
        (10, "场", "不少于10场", "[10, 20)"),
        (5, "个", "不超过5个", "[0, 5]"),
        (100, "户", "不足100户", "[0, 100)"),
        (92, "%", "92%", "[91.5, 92.5)"),
        (92, "%", "92.0%", "[91.95, 92.05)"),
        (92.0, "%", "92％", "[91.5, 92.5)"),
        (30, "%", "三成", "[25, 35)"),
        (75, "%", "七成五", "[74.5, 75.5)"),
        (2.5, "倍", "2.5倍", "[2.45, 2.55)"),
        (4_500_000, "元", "450万元", "4500000"),
    ],
)
def test_the_printed_words_bound_the_truth(value: float, unit: str, text: str, expected: str) -> None:
    words = set("余多几近约逾超上下少")
    assert str(interval(Reported(value, unit, bool(words & set(text)), text=text))) == expected


def test_a_range_is_closed_at_both_ends() -> None:
    assert str(interval(Reported(3, "件", value_max=5, text="3-5件"))) == "[3, 5]"


def test_an_approximation_without_words_is_a_tenth_to_each_side() -> None:
    assert interval(Reported(50, "件", True)) == Interval(Decimal(45), Decimal(55))


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_figure_that_cannot_be_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        Reported(value, "件")


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="not defined"):
        numerators(0, rounding(Decimal(92), Decimal(1)))


def test_the_truth_between_two_floats_is_exact() -> None:
    assert Fraction(1, 3) not in Interval(Decimal("0.3333333333"), Decimal("0.3333333333"))
