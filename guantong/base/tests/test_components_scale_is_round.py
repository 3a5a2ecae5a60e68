"""The vertical scale: holds zero and every value, in few round steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guantong.base.svg.scale import round_scale

values = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).filter(lambda v: v == 0 or abs(v) > 1e-3)


@given(values, values)
def test_every_value_and_zero_lie_inside(one, two):
    scale = round_scale(min(one, two), max(one, two))
    for value in (one, two, 0.0):
        assert -1e-9 <= scale.share(value) <= 1 + 1e-9


@given(values, values)
def test_there_are_few_grid_lines_evenly_apart(one, two):
    scale = round_scale(min(one, two), max(one, two))
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 7
    assert ticks == sorted(ticks)
    assert scale.low == pytest.approx(ticks[0], abs=1e-6)
    assert scale.high == pytest.approx(ticks[-1], abs=1e-6)
