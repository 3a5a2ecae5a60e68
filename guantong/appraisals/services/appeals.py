"""Appealing against a line, and deciding appeals."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import Appeal, ScoreLine, ScoreSheet
from guantong.appraisals.policies import own_line
from guantong.appraisals.selectors.sheets import ranked
from guantong.base.now import now
from guantong.base.refusals import BadInput, NotAllowed
from guantong.kernel.sm3chain import sm3
from guantong.matters.services import lock_matter, perform
from guantong.notifications.notices import to_roles


@transaction.atomic
def appeal_score(*, sheet: ScoreSheet, ground: str, actor: Actor, seen_version: int | None = None) -> ScoreSheet:
    """Appeal against one's own line. The congress's staff are told. Raises what perform raises."""
    line = own_line(actor, sheet)
    done = perform(
        matter=sheet,
        transition="appeal",
        actor=actor,
        seen_version=seen_version,
        given={"ground": ground},
        # What was said is read by the subject and the congress alone; the entry, which others see, keeps its digest.
        data={"line": line.pk if line else None, "sm3": sm3(ground.encode()).hex()},
        tell=to_roles(sheet.region_id, [Role.CLERK], _("评分表有一件申诉，请答复。")),
    )
    if line is None or actor.person_id is None:
        raise NotAllowed(_("只有被评分的代表本人或单位可以申诉。"))
    Appeal.objects.create(line=line, ground=ground, made_at=now(), made_by_id=actor.person_id)
    return done


@transaction.atomic
def decide_appeal(
    *,
    appeal: Appeal,
    upheld: bool,
    answer: str,
    actor: Actor,
    change: Decimal = Decimal(0),
    seen_version: int | None = None,
) -> ScoreSheet:
    """Decide an appeal: upheld with a change of points, or rejected. Ranks follow.

    Raises BadInput for an appeal decided before, a change that does not fit the decision or leaves 0 to 100, and
    what perform raises.
    """
    sheet = lock_matter(appeal.line.sheet)
    held = Appeal.objects.select_related("line").get(pk=appeal.pk)
    _check(held, upheld, change)
    done = perform(
        matter=sheet,
        transition="decide_appeal",
        actor=actor,
        seen_version=seen_version,
        given={"answer": answer},
        data={"line": held.line_id, "upheld": upheld, "change": str(change), "sm3": sm3(answer.encode()).hex()},
    )
    held.decided_at, held.decided_by_id = now(), actor.person_id
    held.upheld, held.change, held.answer = upheld, change, answer
    held.save()
    held.line.changed, held.line.points = change, held.line.scored + change
    held.line.save(update_fields=["changed", "points"])
    ScoreLine.objects.bulk_update(ranked(list(done.lines.all())), ["rank"])
    return done


def _check(appeal: Appeal, upheld: bool, change: Decimal) -> None:
    if appeal.decided_at is not None:
        raise BadInput({"appeal": _("这件申诉已经答复。")})
    if upheld != bool(change):
        raise BadInput({"change": _("申诉成立的写明调整的分数，不成立的不调整。")})
    if change != change.quantize(Decimal("0.01")) or not 0 <= appeal.line.scored + change <= 100:
        raise BadInput({"change": _("调整后的得分应在0至100分之间，最多两位小数。")})
