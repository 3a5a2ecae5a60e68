"""Constructed sentences with every kind of look-alike and of writing, scored like the articles."""

import pytest

from guantong.extraction.tests.annotation import Agreement, agreement


@pytest.fixture(scope="module")
def traps() -> Agreement:
    return agreement("traps")


def test_there_are_enough_traps_to_judge_by(traps: Agreement) -> None:
    assert traps.gold >= 280


def test_spans_values_and_units_agree(traps: Agreement) -> None:
    assert traps.exact() >= 0.98


def test_objects_overlap(traps: Agreement) -> None:
    assert traps.objects() >= 0.95


def test_approximate_figures_are_told(traps: Agreement) -> None:
    assert traps.approx() >= 0.99
