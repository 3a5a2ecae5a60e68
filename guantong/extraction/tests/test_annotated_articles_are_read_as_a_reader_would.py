"""Reports, news and columns of many kinds and counties, scored against a reader; the bars may only rise."""

import pytest

from guantong.extraction.tests.annotation import Agreement, agreement


@pytest.fixture(scope="module")
def articles() -> Agreement:
    return agreement("articles")


def test_there_are_enough_figures_to_judge_by(articles: Agreement) -> None:
    assert articles.gold >= 850


def test_spans_values_and_units_agree(articles: Agreement) -> None:
    assert articles.exact() >= 0.99


def test_objects_overlap(articles: Agreement) -> None:
    assert articles.objects() >= 0.95


def test_approximate_figures_are_told(articles: Agreement) -> None:
    assert articles.approx() >= 0.99


def test_the_county_agrees(articles: Agreement) -> None:
    assert articles.counties() >= 0.99


def test_the_indicator_agrees(articles: Agreement) -> None:
    assert articles.indicators() >= 0.99
