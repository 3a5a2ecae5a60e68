"""A deliberation opinion is compiled after the meeting, approved by the chair council and handed over 交办."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput
from guantong.matters.models import LinkKind
from guantong.matters.registry import kind_by_code
from guantong.matters.services import link_matters, next_number, open_matter_once, perform
from guantong.notifications.notices import Notice
from guantong.regions.models import Organisation, Region
from guantong.supervision.models import DeliberationOpinion, SupervisionTopic
from guantong.supervision.services.together import with_problems


@transaction.atomic
def compile_opinion(
    *,
    region: Region,
    title: str,
    meeting: str,
    deliberated_on: date,
    body: str,
    unit: Organisation,
    actor: Actor,
    topic: SupervisionTopic | None = None,
    client_id: UUID | None = None,
) -> DeliberationOpinion:
    """Write down what the standing committee said about a report; a paragraph a line.

    Raises BadInput for another county's unit or topic or a day to come, and what open_matter_once raises.
    """
    wrong = {}
    if unit.region_id != region.pk:
        wrong["unit"] = _("请选择本县的单位。")
    if topic is not None and topic.region_id != region.pk:
        wrong["topic"] = _("请选择本县的监督选题。")
    if deliberated_on > local_day(now()):
        wrong["deliberated_on"] = _("审议日期不能晚于今天。")
    if not body.strip():
        wrong["body"] = _("请填写审议意见。")
    if wrong:
        raise BadInput(wrong)
    opinion = open_matter_once(
        matter=DeliberationOpinion(
            id=client_id or uuid6.uuid7(),
            title=title,
            region=region,
            place=region,
            topic=topic,
            meeting=meeting,
            deliberated_on=deliberated_on,
            body=body.strip(),
            unit=unit,
        ),
        kind="deliberation_opinion",
        actor=actor,
    )
    if topic is not None:
        link_matters(source=topic, target=opinion, kind=LinkKind.LED_TO)
    return opinion


def revise_opinion(
    *, opinion: DeliberationOpinion, title: str, body: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Change the words of a draft. Raises what perform raises."""
    return perform(
        matter=opinion, transition="revise", actor=actor, seen_version=seen_version,
        changes={"title": title, "body": body.strip()},
    )  # fmt: skip


def approve_opinion(
    *, opinion: DeliberationOpinion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> DeliberationOpinion:
    """Approve the paper, as the chair council decided. Raises what perform raises."""
    return perform(matter=opinion, transition="approve", actor=actor, reason=reason, seen_version=seen_version)


@transaction.atomic
def discard_opinion(
    *, opinion: DeliberationOpinion, reason: str, actor: Actor, seen_version: int | None = None
) -> DeliberationOpinion:
    """Give a paper up that was not handed over, with what it lists. Raises what perform raises."""
    held, problems = with_problems(opinion)
    for problem in problems:
        if problem.state == "listed":
            perform(matter=problem, transition="strike", actor=actor, reason=reason)
    return perform(matter=held, transition="discard", actor=actor, reason=reason, seen_version=seen_version)


@transaction.atomic
def hand_over_opinion(
    *, opinion: DeliberationOpinion, actor: Actor, reason: str = "", seen_version: int | None = None
) -> DeliberationOpinion:
    """Give the paper its number and hand it to the unit, and each listed problem to its own (监督法 17).

    Raises what perform raises.
    """
    held, problems = with_problems(opinion)
    listed = [problem for problem in problems if problem.state == "listed"]
    at = now()
    series = kind_by_code(held.kind).series
    handed = perform(
        matter=held,
        transition="hand_over",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={
            "number": next_number(region=held.region, series=series, year=local_day(at).year),
            "holder": held.unit,
            "handed_over_at": at,
            "listed_at": at if listed else None,
        },
        tell=[Notice(held.unit_id, _("有一份审议意见书交由你单位研究处理。"))],
    )
    for problem in sorted(listed, key=lambda row: row.ordinal):
        perform(
            matter=problem,
            transition="assign",
            actor=actor,
            changes={"holder": problem.unit, "assigned_at": at},
            tell=[Notice(problem.unit_id, _("有一个问题交由你单位整改，请制定措施和完成日期。"))],
        )
    return handed
