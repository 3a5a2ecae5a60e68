"""Swapping duties: one deputy proposes it, the other or the station's keeper accepts it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.audit import ledger
from guantong.base.now import now, today
from guantong.base.refusals import BadInput, NotAllowed, NotNow
from guantong.deputies.models import Deputy, RotaDuty, RotaSwap
from guantong.deputies.policies import decides_swap, proposes_swap
from guantong.deputies.roster import station_chain
from guantong.deputies.services.rotas import locked


@transaction.atomic
def propose_swap(*, duty: RotaDuty, other: RotaDuty, why: str, actor: Actor) -> RotaSwap:
    """Ask that the deputies of two duties of one station change places.

    The deputy of `duty` asks, or for them whoever runs the station. Raises NotAllowed, NotNow for duties that
    have passed, are opened or asked for already, and BadInput without a reason or for a swap that puts somebody
    twice on a day.
    """
    if (no := proposes_swap(actor, duty)) is not None:
        raise NotAllowed(no)
    if actor.person_id is None:
        raise NotAllowed(_("请先登录。"))
    if not why.strip():
        raise BadInput({"why": _("请填写调班原因。")})
    station = locked(duty.station_id)
    duty, other = _fresh(duty), _fresh(other)
    _may_change(duty, other)
    if (
        RotaSwap.objects.filter(accepted__isnull=True, duty__in=(duty, other)).exists()
        or RotaSwap.objects.filter(accepted__isnull=True, other__in=(duty, other)).exists()
    ):
        raise NotNow(_("这两个班中有一个正在申请调班，请等对方答复。"))
    swap = RotaSwap.objects.create(
        duty=duty,
        other=other,
        deputy=duty.deputy,
        other_deputy=other.deputy,
        why=why.strip()[:200],
        proposed_by_id=actor.person_id,
        proposed_at=now(),
    )
    ledger.append(
        chain=station_chain(station), at=now(), author=actor.author, action="propose_swap", reason=swap.why,
        data=_said(swap),
    )  # fmt: skip
    return swap


@transaction.atomic
def accept_swap(*, swap: RotaSwap, actor: Actor) -> RotaSwap:
    """Change the two duties' deputies. Raises NotAllowed, and NotNow where it was decided or no longer fits."""
    station = locked(swap.duty.station_id)
    swap = _undecided(swap, actor)
    list(
        Deputy.objects.select_for_update(of=("self",))
        .filter(pk__in=(swap.deputy_id, swap.other_deputy_id))
        .order_by("pk")
    )
    duty, other = swap.duty, swap.other
    if (duty.deputy_id, other.deputy_id) != (swap.deputy_id, swap.other_deputy_id):
        raise NotNow(_("值班已经改动，这次调班不再适用，请退回后重新申请。"))
    _may_change(duty, other)
    duty.deputy, other.deputy = swap.other_deputy, swap.deputy
    duty.swapped_with, other.swapped_with = swap.deputy, swap.other_deputy
    duty.why = other.why = swap.why
    for row in (duty, other):
        row.save(update_fields=["deputy", "swapped_with", "why"])
    swap = _decide(swap, actor, accepted=True)
    ledger.append(chain=station_chain(station), at=now(), author=actor.author, action="accept_swap", data=_said(swap))
    return swap


@transaction.atomic
def decline_swap(*, swap: RotaSwap, actor: Actor) -> RotaSwap:
    """Leave the duties as they are: the other deputy or the keeper declines, or whoever asked takes it back."""
    station = locked(swap.duty.station_id)
    swap = _undecided(swap, actor, may_take_back=True)
    swap = _decide(swap, actor, accepted=False)
    ledger.append(chain=station_chain(station), at=now(), author=actor.author, action="decline_swap", data=_said(swap))
    return swap


def _fresh(duty: RotaDuty) -> RotaDuty:
    row = RotaDuty.objects.select_related("deputy").filter(pk=duty.pk).first()
    if row is None:
        raise NotNow(_("这个值班已经撤回。"))
    return row


def _undecided(swap: RotaSwap, actor: Actor, *, may_take_back: bool = False) -> RotaSwap:
    rows = RotaSwap.objects.select_related("duty__station", "other", "deputy", "other_deputy")
    now_is = rows.filter(pk=swap.pk).first()
    if now_is is None or now_is.accepted is not None:
        raise NotNow(_("这次调班已经有了结果。"))
    if may_take_back and actor.person_id == now_is.proposed_by_id:
        return now_is
    if (no := decides_swap(actor, now_is)) is not None:
        raise NotAllowed(no)
    return now_is


def _may_change(duty: RotaDuty, other: RotaDuty) -> None:
    if duty.station_id != other.station_id or duty.deputy_id == other.deputy_id:
        raise BadInput({"other": _("请选择同一联络站里另一位代表的值班。")})
    if min(duty.day, other.day) < today():
        raise NotNow(_("已经过去的值班不能调。"))
    if duty.activity_id or other.activity_id:
        raise NotNow(_("这一天的活动已经列入计划，请在活动里请假或报名。"))
    if duty.day == other.day:
        return
    both = ((duty.deputy_id, other.day), (other.deputy_id, duty.day))
    if any(RotaDuty.objects.filter(deputy_id=deputy, day=day).exists() for deputy, day in both):
        raise BadInput({"other": _("调班以后有人一天要值两班，请换一个班。")})


def _decide(swap: RotaSwap, actor: Actor, *, accepted: bool) -> RotaSwap:
    swap.accepted, swap.decided_by_id, swap.decided_at = accepted, actor.person_id, now()
    swap.save(update_fields=["accepted", "decided_by", "decided_at"])
    return swap


def _said(swap: RotaSwap) -> dict[str, object]:
    return {
        "swap": swap.pk,
        "duties": [
            [duty.day.isoformat(), duty.part, deputy.pk, deputy.name]
            for duty, deputy in ((swap.duty, swap.deputy), (swap.other, swap.other_deputy))
        ],
    }
