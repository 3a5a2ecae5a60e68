"""Topics: what they rest on, how they are scored, who decides."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from guantong.accounts.actors import Actor
from guantong.base.now import today
from guantong.base.refusals import BadInput, NotAllowed
from guantong.matters.models import Link, LinkKind
from guantong.opinions.models import Opinion
from guantong.regions.models import Region
from guantong.supervision import services
from guantong.supervision.models import Form, SupervisionTopic, TopicSource
from guantong.supervision.rules import CRITERIA

pytestmark = pytest.mark.django_db
FULL = {one["code"]: 10 for one in CRITERIA}


def test_points_are_the_weighted_mean_of_all_who_scored(
    topic_a: SupervisionTopic, clerk_a: Actor, director_a: Actor
) -> None:
    scored = services.score_topic(topic=topic_a, points=FULL, actor=clerk_a)
    assert scored.points == Decimal("100.00")
    scored = services.score_topic(topic=scored, points={**FULL, "concern": 5}, actor=director_a)
    assert scored.points == Decimal("92.50")
    scored = services.score_topic(topic=scored, points={**FULL, "concern": 9}, actor=director_a)
    assert scored.points == Decimal("98.50")


@pytest.mark.parametrize("points", [{}, {**FULL, "concern": 11}, {**FULL, "other": 3}, {"concern": 3}])
def test_every_criterion_has_its_points_and_no_other(
    topic_a: SupervisionTopic, clerk_a: Actor, points: dict[str, int]
) -> None:
    with pytest.raises(BadInput):
        services.score_topic(topic=topic_a, points=points, actor=clerk_a)


def test_the_chair_decides_and_the_plan_is_published(
    topic_a: SupervisionTopic, clerk_a: Actor, director_a: Actor
) -> None:
    with pytest.raises(NotAllowed):
        services.plan_topic(topic=topic_a, reason="研究同意", actor=clerk_a)
    planned = services.plan_topic(topic=topic_a, reason="第二十次主任会议同意", actor=director_a)
    published = services.publish_topic(topic=planned, actor=clerk_a)
    begun = services.begin_topic(topic=published, actor=clerk_a)
    done = services.conclude_topic(topic=begun, reason="已听取报告", actor=clerk_a)
    assert (done.state, done.published_at is not None) == ("done", True)


def test_a_deputy_proposes_and_a_department_does_not(county_a: Region, deputy_a: Actor, department_a: Actor) -> None:
    given: dict[str, Any] = {
        "region": county_a, "title": "校车安全", "year": today().year + 1, "source": TopicSource.DEPUTIES,
        "form": Form.RESEARCH, "grounds": "多名代表反映。",
    }  # fmt: skip
    assert services.propose_topic(actor=deputy_a, **given).state == "proposed"
    with pytest.raises(NotAllowed):
        services.propose_topic(actor=department_a, **given)


def test_the_records_that_a_topic_rests_on_are_tied_to_it(
    county_a: Region, clerk_a: Actor, opinion_a: Opinion, opinion_b: Opinion
) -> None:
    given: dict[str, Any] = {
        "region": county_a, "title": "农村水渠", "year": today().year + 1, "source": TopicSource.OPINIONS,
        "form": Form.REPORT, "grounds": "群众反映。", "actor": clerk_a,
    }  # fmt: skip
    topic = services.propose_topic(rests_on=[opinion_a], **given)
    tie = Link.objects.get(target_id=topic.pk)
    assert (tie.source_id, tie.kind) == (opinion_a.pk, LinkKind.GROUNDS)
    with pytest.raises(BadInput):
        services.propose_topic(rests_on=[opinion_b], **given)


def test_one_goes_on_in_another_of_the_same_year(topic_a: SupervisionTopic, county_a: Region, clerk_a: Actor) -> None:
    given: dict[str, Any] = {
        "region": county_a, "title": "饮水", "source": TopicSource.AUDIT, "form": Form.REPORT, "grounds": "审计。",
        "actor": clerk_a,
    }  # fmt: skip
    same = services.propose_topic(year=topic_a.year, **given)
    other = services.propose_topic(year=topic_a.year + 1, **given)
    assert services.merge_topic(topic=same, target=topic_a, actor=clerk_a).state == "merged"
    with pytest.raises(BadInput):
        services.merge_topic(topic=other, target=topic_a, actor=clerk_a)
