"""Decided matters of one county teach its habits, a little at a time."""

import random

import pytest

from guantong.routing import Example, Router, UnknownDepartmentError
from guantong.routing.tests.own_titles import titles

DECIDED = [Example(title, code) for title, code in titles("one_county_decided")]


def _replay(seed: int) -> list[bool]:
    """Whether each matter was foretold after all the former ones had been learnt."""
    order = random.Random(seed).sample(DECIDED, len(DECIDED))
    router, right = Router.cold(), []
    for example in order:
        right.append(router.rank(example.title)[0].code == example.code)
        router = router.learn([example])
    return right


def test_after_two_hundred_matters_nine_of_ten_are_foretold() -> None:
    late = [right for seed in range(5) for right in _replay(seed)[200:]]
    cold = [Router.cold().rank(example.title)[0].code == example.code for example in DECIDED]
    assert sum(late) / len(late) >= 0.9
    assert sum(late) / len(late) > sum(cold) / len(cold) + 0.03


def test_a_habit_against_the_duty_words_is_learnt_from_a_few_matters() -> None:
    villages = ("六林", "平寨", "百达", "那社", "磨里", "央里")
    past = [Example(f"关于{village}村安装太阳能路灯的建议", "gongxin") for village in villages]
    title = "关于上岗村安装太阳能路灯的建议"
    assert Router.cold().rank(title)[0].code != "gongxin"
    assert Router.cold().learn(past).rank(title)[0].code == "gongxin"


def test_a_habit_does_not_spread_to_other_matters() -> None:
    past = [Example(f"关于{name}村安装太阳能路灯的建议", "gongxin") for name in ("六林", "平寨", "百达", "那社")]
    router = Router.cold().learn(past)
    assert router.rank("关于上岗村饮水困难的建议")[0].code == "shuili"
    assert router.rank("关于提高低保标准的建议")[0].code == "minzheng"


def test_learning_leaves_the_router_as_it_was() -> None:
    before = [one.score for one in Router.cold().rank("关于治理农村生活污水的建议")]
    Router.cold().learn(DECIDED[:50])
    assert [one.score for one in Router.cold().rank("关于治理农村生活污水的建议")] == before


def test_learning_one_by_one_is_learning_at_once() -> None:
    step_by_step = Router.cold()
    for example in DECIDED[:20]:
        step_by_step = step_by_step.learn([example])
    at_once = Router.cold().learn(DECIDED[:20])
    title = "关于治理农村生活污水的建议"
    assert step_by_step.rank(title) == at_once.rank(title)


def test_a_department_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownDepartmentError, match="nowhere"):
        Router.cold().learn([Example("关于修路的建议", "nowhere")])
