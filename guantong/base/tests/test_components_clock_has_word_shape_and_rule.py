"""The clock chip: never colour alone, and the rule is at hand."""

import pytest
from django.template import Context, Template

STATES = {
    "running": "还有 12 个工作日",
    "soon": "还有 1 个工作日",
    "today": "今天到期",
    "late": "已超 3 天",
    "paused": "已暂停",
    "done": "已办结",
}


def shown(**clock: str) -> str:
    return Template("{% load guantong %}{% clock clock %}").render(Context({"clock": clock}))


@pytest.mark.parametrize(("state", "word"), STATES.items())
def test_every_state_shows_its_word_and_a_shape(state, word):
    html = shown(state=state, word=word)
    assert word in html
    assert "<svg" in html
    assert f"clock--{state}" in html


def test_late_paused_done_and_running_have_different_shapes():
    shapes = {shown(state=state, word="").split('d="')[1] for state in ("running", "today", "late", "paused", "done")}
    assert len({shape.split('"')[0] for shape in shapes}) == 5


def test_the_rule_opens_without_javascript_and_is_escaped():
    html = shown(state="running", word="x", source="《规程》第九条", explanation="<b>自次日起</b>")
    assert "<details" in html
    assert "《规程》第九条" in html
    assert "<b>自次日起" not in html


def test_no_clock_shows_nothing():
    assert Template("{% load guantong %}{% clock clock %}").render(Context({"clock": None})).strip() == ""
