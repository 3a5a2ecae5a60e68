"""Without having learnt anything, most titles go to the department that usually handles them."""

import pytest

from guantong.routing import Router, department_names
from guantong.routing.tests.own_titles import titles

BARS = [
    ("written_before_tuning", 0.96, 0.98),
    ("written_while_tuning", 0.92, 0.98),
    ("one_county_decided", 0.86, 0.96),
    *((f"round_{number}", 0.92, 0.97) for number in range(1, 11)),
]


@pytest.mark.parametrize(("name", "first", "among_three"), BARS)
def test_most_titles_are_ranked_right(name: str, first: float, among_three: float) -> None:
    ranks = [_rank(title, code) for title, code in titles(name)]
    assert len(ranks) > 150
    assert sum(rank == 0 for rank in ranks) / len(ranks) >= first
    assert sum(rank < 3 for rank in ranks) / len(ranks) >= among_three


def test_every_department_has_a_title_that_goes_to_it() -> None:
    firsts = {Router.cold().rank(title)[0].code for title, _ in titles("written_before_tuning")}
    assert firsts >= set(department_names()) - {"tongxin"}  # 宽带 and 光缆 go to 工信 first, as in most counties


def _rank(title: str, code: str) -> int:
    return [one.code for one in Router.cold().rank(title)].index(code)
