"""The texts of the demo: every topic is answered by its own sentences, and the numbers filled in read well."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from guantong.demo.words import PUBLIC, Deck, Told, Topic, facts, topics
from guantong.opinions.models import Outcome, Source

GROUPS = (*PUBLIC, "enterprises")
EVERY = [pytest.param(topic, id=f"{group}-{n}") for group in GROUPS for n, topic in enumerate(topics(group))]
OUTCOMES = [outcome for outcome in Outcome if outcome]


@pytest.mark.parametrize("topic", EVERY)
def test_a_topic_is_said_in_two_ways_and_answered_for_every_outcome(topic: Topic) -> None:
    assert len(topic.said) >= 2
    assert set(topic.answers) == set(OUTCOMES)
    for seed in range(20):
        rng = Random(seed)
        told = Told(topic, seed, facts("逻西乡", rng, topic.numbers))
        for text in (told.body, told.again().body, *(told.answer(outcome, rng) for outcome in OUTCOMES)):
            assert not re.search(r"[{}]|\d[十百千]|每周[0-9]{2}|每周[89]|[，。]{2}", text), text


def test_no_answer_stands_in_two_topics() -> None:
    answers = [text for group in GROUPS for topic in topics(group) for of in topic.answers.values() for text in of]
    assert [text for text, times in Counter(answers).items() if times > 1] == []


def test_twelve_counties_hardly_ever_say_the_same() -> None:
    said: Counter[str] = Counter()
    for county in range(12):
        rng = Random(county)
        deck = Deck(rng)
        for _ in range(150):
            topic, way = deck.draw(Source.STATION)
            township = f"{rng.choice('甲乙丙丁')}{county}乡"
            said[Told(topic, way, facts(township, rng, topic.numbers)).body] += 1
    assert max(said.values()) <= 4
