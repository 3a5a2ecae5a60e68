"""Topics: proposed from what the records show, scored by published criteria, decided by the chair council."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import uuid6
from django.db import transaction
from django.db.models import Avg
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput
from guantong.matters.models import LinkKind, Matter
from guantong.matters.services import link_matters, lock_matters, open_matter_once, perform
from guantong.regions.models import Organisation, Region
from guantong.supervision.models import Form, Score, SupervisionTopic, TopicSource
from guantong.supervision.rules import MOST_POINTS, criteria_of


@transaction.atomic
def propose_topic(
    *,
    region: Region,
    title: str,
    year: int,
    source: TopicSource,
    form: Form,
    grounds: str,
    actor: Actor,
    unit: Organisation | None = None,
    rests_on: Sequence[Matter] = (),
    client_id: UUID | None = None,
) -> SupervisionTopic:
    """Propose a topic; `rests_on` are the records that speak for it, which the topic names.

    Raises BadInput for another county's unit or records, and what open_matter_once raises.
    """
    if unit is not None and unit.region_id != region.pk:
        raise BadInput({"unit": _("请选择本县的单位。")})
    if any(matter.region_id != region.pk for matter in rests_on):
        raise BadInput({"rests_on": _("只能以本县的事项为依据。")})
    topic = open_matter_once(
        matter=SupervisionTopic(
            id=client_id or uuid6.uuid7(),
            title=title,
            region=region,
            place=region,
            year=year,
            source=source,
            form=form,
            unit=unit,
            grounds=grounds.strip(),
        ),
        kind="supervision_topic",
        actor=actor,
        data={"rests_on": [str(matter.pk) for matter in rests_on]},
    )
    for matter in rests_on:
        link_matters(source=matter, target=topic, kind=LinkKind.GROUNDS)
    return topic


@transaction.atomic
def score_topic(
    *, topic: SupervisionTopic, points: Mapping[str, int], actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Give points for every criterion, anew if one gave some before; the topic's own points are the weighted mean.

    Raises BadInput unless each criterion of the county has 0 to MOST_POINTS, and what perform raises.
    """
    held = lock_matters(topic)[0]
    criteria = criteria_of(held.region_id, on=local_day(held.opened_at))
    if {one["code"] for one in criteria} != set(points) or not all(0 <= n <= MOST_POINTS for n in points.values()):
        raise BadInput({"points": _("请为每项标准打0至%(most)s分。") % {"most": MOST_POINTS}})
    for criterion, given in points.items():
        Score.objects.update_or_create(
            topic=held, scorer_id=actor.person_id, criterion=criterion, defaults={"points": given}
        )
    return perform(
        matter=held,
        transition="score",
        actor=actor,
        seen_version=seen_version,
        given={"points": dict(points)},
        data={"points": dict(points)},
        changes={"points": _weighted(held, criteria)},
    )


def _weighted(topic: SupervisionTopic, criteria: Sequence[Mapping[str, Any]]) -> Decimal:
    """Of a hundred: each criterion's mean over all who scored, by its weight."""
    means = dict(topic.scores.order_by().values_list("criterion").annotate(mean=Avg("points")))
    parts = (Decimal(str(means.get(one["code"], 0))) * int(one["weight"]) for one in criteria)
    return (sum(parts, Decimal(0)) / MOST_POINTS).quantize(Decimal("0.01"))


@transaction.atomic
def merge_topic(
    *, topic: SupervisionTopic, target: SupervisionTopic, actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Let a topic go on in another one that is proposed for the same year.

    Raises BadInput for itself, another county's, another year's or one that is decided, and what perform raises.
    """
    held, into = lock_matters(topic, target)
    same = into.region_id == held.region_id and into.year == held.year and into.state == "proposed"
    if into.pk == held.pk or not same:
        raise BadInput({"target": _("请选择本县同一年度、还在研究的另一项选题。")})
    merged = perform(
        matter=held, transition="merge", actor=actor, seen_version=seen_version, given={"target": str(into.pk)},
        data={"target": into.title},
    )  # fmt: skip
    link_matters(source=merged, target=into, kind=LinkKind.MERGED_INTO)
    return merged


def plan_topic(
    *, topic: SupervisionTopic, reason: str, actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Put a topic into the plan of its year, as the chair council decided. Raises what perform raises."""
    return perform(
        matter=topic, transition="plan", actor=actor, reason=reason, seen_version=seen_version,
        changes={"planned_at": now()},
    )  # fmt: skip


def decline_topic(
    *, topic: SupervisionTopic, reason: str, actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Leave a topic out of the plan, and say why. Raises what perform raises."""
    return perform(matter=topic, transition="decline", actor=actor, reason=reason, seen_version=seen_version)


def publish_topic(*, topic: SupervisionTopic, actor: Actor, seen_version: int | None = None) -> SupervisionTopic:
    """Show a topic of the plan to everybody (监督法 10). Raises what perform raises."""
    return perform(
        matter=topic, transition="publish", actor=actor, seen_version=seen_version,
        changes={"published_at": topic.published_at or now()},
    )  # fmt: skip


def begin_topic(*, topic: SupervisionTopic, actor: Actor, seen_version: int | None = None) -> SupervisionTopic:
    """Begin with what the plan says. Raises what perform raises."""
    return perform(matter=topic, transition="begin", actor=actor, seen_version=seen_version)


def drop_topic(
    *, topic: SupervisionTopic, reason: str, actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Take a topic out of the plan. Raises what perform raises."""
    return perform(
        matter=topic, transition="drop", actor=actor, reason=reason, seen_version=seen_version,
        changes={"planned_at": None, "published_at": None},
    )  # fmt: skip


def conclude_topic(
    *, topic: SupervisionTopic, reason: str, actor: Actor, seen_version: int | None = None
) -> SupervisionTopic:
    """Say how a topic was carried out. Raises what perform raises."""
    return perform(matter=topic, transition="conclude", actor=actor, reason=reason, seen_version=seen_version)
