"""Who may do what to an opinion."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from guantong.accounts.actors import CITIZEN, CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.base.now import local_day, now
from guantong.deadlines.rules import rule_in_force
from guantong.matters.clocks import due_beside
from guantong.matters.policies import anyone, either, every, holds, holds_matter, system_only
from guantong.opinions.deadlines import HAND_BACK
from guantong.opinions.models import Lane, Opinion

RECORDERS = frozenset({*CONGRESS_ROLES, Role.PRESIDIUM, Role.KEEPER, Role.DEPUTY})

recorder = holds(RECORDERS, lambda: _("代为登记由代表、联络站、乡镇人大或县人大工作人员进行。"))
desk = holds(CONGRESS_ROLES, lambda: _("这一步由县人大常委会工作人员进行。"))


def _in_lane(lane: Lane) -> Any:
    def decide(actor: Actor, opinion: Opinion) -> str | None:
        if opinion.lane == lane:
            return None
        return _("这件意见在“%(lane)s”通道办理。") % {"lane": opinion.get_lane_display()}

    return decide


def _in_time_to_hand_back(actor: Actor, opinion: Opinion) -> str | None:
    clock = opinion.clocks.filter(ended_at__isnull=True).order_by("-started_at").first()
    if clock is None:
        return None
    rule = rule_in_force(HAND_BACK.code, region_code=opinion.region_id, on=local_day(clock.started_at))
    last = due_beside(clock, rule).at
    if last is None or now() <= last:
        return None
    return _("已超过退回期限（%(n)s%(unit)s），请办理或联系县人大。") % {"n": rule.amount, "unit": _(rule.unit.label)}


def _another_than_the_handler(actor: Actor, opinion: Opinion) -> str | None:
    if actor.person_id in (opinion.answered_by_id, opinion.proposed_by_id):
        return _("答复人和提请人不能办结，请由另一位工作人员办结。")
    return None


def asker(actor: Actor, opinion: Opinion) -> str | None:
    """The person who spoke, holding receipt and secret; or congress staff who phone and note what they say."""
    if actor.role == CITIZEN:
        return None
    return desk(actor, opinion)


POLICIES = {
    "anyone": anyone,
    "recorder": recorder,
    "desk": desk,
    "desk_ordinary": every(desk, _in_lane(Lane.ORDINARY)),
    "desk_rapid": every(desk, _in_lane(Lane.RAPID)),
    "handler": holds_matter,
    "handler_in_time": every(holds_matter, _in_time_to_hand_back),
    "handler_or_desk": either(holds_matter, desk),
    "another": every(desk, _another_than_the_handler),
    "asker": asker,
    "system": system_only,
}
