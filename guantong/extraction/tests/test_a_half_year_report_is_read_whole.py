"""An own-worded report of four counties, with more than forty figures annotated by hand."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from guantong.extraction import Figure, extract
from guantong.extraction.indicators import all_indicators

REPORTS = Path(__file__).parent / "reports"


def overlap(one: str | None, other: str | None) -> float:
    """The share of signs two objects have in common (annotation rule 6)."""
    a, b = set(one or ""), set(other or "")
    return len(a & b) / len(a | b) if a | b else 1.0


@pytest.fixture(scope="module")
def gold() -> list[list[object]]:
    return tomllib.loads((REPORTS / "half_year.toml").read_text(encoding="utf-8"))["figures"]


@pytest.fixture(scope="module")
def found() -> list[Figure]:
    return extract((REPORTS / "half_year.txt").read_text(encoding="utf-8"))


def test_every_figure_is_found_with_its_value_and_unit(gold: Sequence[list[object]], found: list[Figure]) -> None:
    assert len(gold) >= 40
    assert [(f.text, f.value, f.unit, f.approx) for f in found] == [tuple(row[1:5]) for row in gold]


def test_the_county_of_every_figure_is_its_section(gold: Sequence[list[object]], found: list[Figure]) -> None:
    assert [f.county or "" for f in found] == [row[0] for row in gold]


def test_the_objects_overlap_those_a_reader_would_write(gold: Sequence[list[object]], found: list[Figure]) -> None:
    different = [(f.text, f.object, row[5]) for f, row in zip(found, gold, strict=True)
                 if overlap(f.object, str(row[5])) < 0.5]  # fmt: skip
    assert different == []


def test_the_indicators_are_told(gold: Sequence[list[object]], found: list[Figure]) -> None:
    different = [(f.text, f.indicator, row[6]) for f, row in zip(found, gold, strict=True)
                 if (f.indicator or "") != row[6]]  # fmt: skip
    assert different == []


def test_the_report_names_every_indicator(gold: Sequence[list[object]]) -> None:
    named = {row[6] for row in gold} - {""}
    assert named == {indicator.code for indicator in all_indicators()}
