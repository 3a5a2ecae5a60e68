"""The criteria of topics as a setting: what makes sense is taken, what does not is refused with a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.supervision.rules import CRITERIA, criteria_problem


def test_the_defaults_make_sense() -> None:
    assert criteria_problem([dict(one) for one in CRITERIA]) is None


@pytest.mark.parametrize(
    "value",
    [None, [], [{"code": "a", "name": "甲", "weight": 99}], [{"code": "a", "name": "", "weight": 100}],
     [{"code": "a", "name": "甲", "weight": 50}, {"code": "a", "name": "乙", "weight": 50}]],
)  # fmt: skip
def test_criteria_that_make_no_sense_are_refused(value: Any) -> None:
    assert criteria_problem(value)
