"""What the pages of topics, deliberation opinions and problems show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guantong.accounts.actors import Actor
from guantong.base.now import local_day
from guantong.matters.actions import Desk
from guantong.matters.registry import kind_by_code
from guantong.matters.selectors import visible
from guantong.supervision.forms.opinion import OPINION_FORMS
from guantong.supervision.forms.problem import PROBLEM_FORMS
from guantong.supervision.forms.topic import TOPIC_FORMS
from guantong.supervision.models import DeliberationOpinion, Problem, SupervisionTopic
from guantong.supervision.rules import criteria_of
from guantong.supervision.selectors import problems_of

SHOWN = 200
"""Problems shown on the page of a paper."""


def _topic(topic: SupervisionTopic, actor: Actor) -> Mapping[str, Any]:
    given: dict[str, list[int]] = {}
    for score in topic.scores.all():
        given.setdefault(score.criterion, []).append(score.points)
    criteria = criteria_of(topic.region_id, on=local_day(topic.opened_at))
    return {
        "criteria": [(one, sum(got) / len(got) if (got := given.get(one["code"])) else None) for one in criteria],
        "scorers": len({score.scorer_id for score in topic.scores.all()}),
    }


def _opinion(opinion: DeliberationOpinion, actor: Actor) -> Mapping[str, Any]:
    states = kind_by_code("problem").procedure.by_state
    problems = list(problems_of(opinion)[:SHOWN])
    opened = set(visible(actor).filter(pk__in=[row.pk for row in problems]).values_list("pk", flat=True))
    by_paragraph: dict[int, list[Problem]] = {}
    for row in problems:
        by_paragraph.setdefault(row.paragraph, []).append(row)
    return {
        "paragraphs": [(n, text, by_paragraph.get(n, [])) for n, text in enumerate(opinion.paragraphs, 1)],
        "problems": [(row, states[row.state], row.pk in opened) for row in problems],
        "open_ones": sum(row.closed_at is None for row in problems),
    }


def _problem(problem: Problem, actor: Actor) -> Mapping[str, Any]:
    opinion = DeliberationOpinion.objects.filter(pk=problem.origin_id).first()
    text = ""
    if opinion is not None and 0 < problem.paragraph <= len(opinion.paragraphs):
        text = opinion.paragraphs[problem.paragraph - 1]
    sees = visible(actor).filter(pk=problem.origin_id).exists()
    return {"origin": problem.origin if sees else None, "paragraph_text": text}


DESKS = {
    "supervision_topic": Desk(forms=TOPIC_FORMS, loads=("unit",), detail=_topic),
    "deliberation_opinion": Desk(forms=OPINION_FORMS, loads=("unit", "topic"), detail=_opinion),
    "problem": Desk(forms=PROBLEM_FORMS, loads=("unit", "origin", "evidence_by", "checked_by"), detail=_problem),
}
