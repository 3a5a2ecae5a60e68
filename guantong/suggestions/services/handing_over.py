"""Handing over to the units 交办, anew after the deputy was not satisfied, and under a leader's supervision."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.base.now import now
from guantong.base.refusals import BadInput
from guantong.matters.services import lock_matters, perform
from guantong.notifications.notices import Notice
from guantong.regions.models import Organisation
from guantong.suggestions.handlers import HANDLING_KINDS
from guantong.suggestions.models import Mode, Share, ShareRole, Suggestion
from guantong.suggestions.services.seeing import let_see


@transaction.atomic
def hand_over(
    *,
    suggestion: Suggestion,
    lead_unit: Organisation,
    actor: Actor,
    co_units: Sequence[Organisation] = (),
    split_units: Sequence[Organisation] = (),
    wide: bool = False,
    reason: str = "",
    seen_version: int | None = None,
) -> Suggestion:
    """Hand a suggestion to its lead unit, and to co-units or units with a part of their own; all are told.

    The reply is due in three months, in six when it is `wide`: broad or difficult (代表法 51). Raises BadInput for
    a body that cannot handle or is named twice, and what perform raises.
    """
    others = [*co_units, *split_units]
    for unit in (lead_unit, *others):
        _check_unit(suggestion, unit)
    if len({unit.pk for unit in (lead_unit, *others)}) <= len(others):
        raise BadInput({"others": _("一个单位只能选一次，主办单位不用再选为协办或分办。")})
    mode = (Mode.JOINT_WIDE if wide else Mode.JOINT) if others else (Mode.WIDE if wide else Mode.ALONE)
    held = perform(
        matter=suggestion,
        transition="hand_over",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"holder": lead_unit, "mode": mode, "handed_over_at": now()},
        data={"others": [unit.name for unit in others]},
        tell=[
            Notice(lead_unit.pk, _("有一件代表建议交由你单位主办。")),
            *(Notice(unit.pk, _("有一件代表建议请你单位协同办理，请在期限内会签。")) for unit in others),
        ],
    )
    held.shares.all().delete()
    roles = [(lead_unit, ShareRole.LEAD)]
    roles += [(unit, ShareRole.CO) for unit in co_units] + [(unit, ShareRole.SPLIT) for unit in split_units]
    Share.objects.bulk_create(Share(suggestion=held, organisation=unit, role=role) for unit, role in roles)
    let_see(held, others)
    return held


@transaction.atomic
def rehandle_suggestion(
    *,
    suggestion: Suggestion,
    reason: str,
    actor: Actor,
    lead_unit: Organisation | None = None,
    seen_version: int | None = None,
) -> Suggestion:
    """Have it handled again after the deputy was not satisfied, by the same unit or another one.

    Raises BadInput for a body that cannot handle, and what perform raises.
    """
    held = lock_matters(suggestion)[0]
    share = held.shares.filter(role=ShareRole.LEAD).select_related("organisation").first()
    unit = lead_unit or (share.organisation if share else None)
    if unit is not None:
        _check_unit(held, unit)
    held = perform(
        matter=held,
        transition="rehandle",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"holder": unit, "rehandled_at": now(), "rehandled": held.rehandled + 1},
        tell=[Notice(unit.pk, _("代表对答复不满意，请在期限内重新办理。"))] if unit else (),
    )
    if unit and share and unit.pk != share.organisation_id:
        held.shares.filter(organisation=unit).delete()
        held.shares.filter(role=ShareRole.LEAD).update(organisation=unit)
    return held


def mark_key(
    *, suggestion: Suggestion, leader: str, actor: Actor, reason: str = "", seen_version: int | None = None
) -> Suggestion:
    """Put a suggestion under the supervision 重点督办 of a leader of the standing committee (代表法 52)."""
    return perform(
        matter=suggestion,
        transition="mark_key",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"key_at": now(), "key_leader": leader.strip()},
    )


def _check_unit(suggestion: Suggestion, unit: Organisation) -> None:
    if unit.region_id != suggestion.region_id or not unit.active or unit.kind not in HANDLING_KINDS:
        raise BadInput({"holder": _("请选择本县的承办单位。")})
