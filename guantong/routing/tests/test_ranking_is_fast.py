"""A matter takes some milliseconds at most, and long or hostile texts no more than their length asks for."""

import time

import pytest

from guantong.routing import Example, Router
from guantong.routing.tests.own_titles import titles

LENGTH = 200_000

HOSTILE = {
    "roads": "道路" * (LENGTH // 2),
    "towns": "至县城" * (LENGTH // 3),
    "brackets": "(" * LENGTH,
    "commas": "，" * LENGTH,
    "closings": "的建议" * (LENGTH // 3),
    "spaces": " " * LENGTH,
    "one sign": "村" * LENGTH,
}


def _seconds(title: str, body: str) -> float:
    started = time.perf_counter()
    Router.cold().rank(title, body)
    return time.perf_counter() - started


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_does_not_stall(text: str) -> None:
    assert _seconds(text, text) < 1


def test_a_title_takes_milliseconds() -> None:
    ours = titles("written_before_tuning")
    assert sum(_seconds(title, "") for title, _ in ours) / len(ours) < 0.01


def test_a_long_history_costs_little() -> None:
    past = [Example(f"{number}{title}", code) for number in range(6) for title, code in titles("one_county_decided")]
    router = Router.cold().learn(past)
    started = time.perf_counter()
    for title, _ in titles("written_before_tuning")[:50]:
        router.rank(title)
    assert (time.perf_counter() - started) / 50 < 0.05
