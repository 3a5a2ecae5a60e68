"""The list of problems of a paper that is not handed over yet 问题清单."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import uuid6
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.refusals import BadInput, NotNow
from guantong.matters.services import lock_matters, open_matter_once, perform
from guantong.regions.models import Organisation
from guantong.supervision.models import DeliberationOpinion, Problem

TITLE_LENGTH = 60


@transaction.atomic
def list_problem(
    *,
    origin: DeliberationOpinion,
    body: str,
    unit: Organisation,
    actor: Actor,
    paragraph: int = 0,
    client_id: UUID | None = None,
) -> Problem:
    """Put a problem on the list of a paper that is being prepared; its number is the next one.

    Raises NotNow once the paper is handed over, BadInput for another county's unit or a paragraph that is not
    there, and what open_matter_once raises.
    """
    held: Any = lock_matters(origin)[0]
    if held.state not in ("drafting", "approved"):
        raise NotNow(_("审议意见书已经交办，问题清单不能再改。"))
    _check(held, body, unit, paragraph)
    last = Problem.objects.filter(origin_id=held.pk).aggregate(last=Max("ordinal"))["last"] or 0
    return open_matter_once(
        matter=Problem(
            id=client_id or uuid6.uuid7(),
            title=body.strip()[:TITLE_LENGTH],
            region=held.region,
            place=held.place,
            origin_id=held.pk,
            ordinal=last + 1,
            paragraph=paragraph,
            body=body.strip(),
            unit=unit,
        ),
        kind="problem",
        actor=actor,
        data={"ordinal": last + 1, "paragraph": paragraph},
    )


def revise_problem(
    *, problem: Problem, body: str, unit: Organisation, actor: Actor, seen_version: int | None = None
) -> Problem:
    """Change what a listed problem says, and whose it is. Raises BadInput for another county's unit."""
    _check(problem, body, unit, 0)
    return perform(
        matter=problem, transition="revise", actor=actor, seen_version=seen_version,
        changes={"body": body.strip(), "title": body.strip()[:TITLE_LENGTH], "unit": unit},
    )  # fmt: skip


def strike_problem(*, problem: Problem, reason: str, actor: Actor, seen_version: int | None = None) -> Problem:
    """Take a problem off the list before it is handed over; its number is not given again."""
    return perform(matter=problem, transition="strike", actor=actor, reason=reason, seen_version=seen_version)


def _check(matter: Any, body: str, unit: Organisation, paragraph: int) -> None:
    wrong = {}
    if not body.strip():
        wrong["body"] = _("请写明问题。")
    if unit.region_id != matter.region_id or not unit.active:
        wrong["unit"] = _("请选择本县的责任单位。")
    if paragraph and not 1 <= paragraph <= len(matter.paragraphs):
        wrong["paragraph"] = _("审议意见没有第%(n)s段。") % {"n": paragraph}
    if wrong:
        raise BadInput(wrong)
