"""Who may do what to a suggestion. Who handles does not rate, verify or close."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.base.now import local_day, today
from guantong.deadlines.calendar import calendar
from guantong.deadlines.rules import rule_in_force
from guantong.matters.policies import every, holds, holds_matter, system_only
from guantong.matters.registry import Policy
from guantong.suggestions.deadlines import OBJECT
from guantong.suggestions.models import ShareRole, Suggestion

DRAFTERS = frozenset({*CONGRESS_ROLES, Role.DEPUTY})

desk = holds(CONGRESS_ROLES, lambda: _("这一步由县人大常委会工作人员进行。"))


def _is_lead(actor: Actor, suggestion: Suggestion) -> bool:
    return actor.person_id is not None and actor.person_id == suggestion.lead.person_id


def own_lead(actor: Actor, suggestion: Suggestion) -> str | None:
    """The lead deputy's own account, unless the same person answered for the unit."""
    if not _is_lead(actor, suggestion):
        return _("只有领衔代表本人的账号可以评价；没有账号的，由县人大登记代表签名的纸质评价。")
    if actor.person_id == suggestion.replied_by_id:
        return _("答复人不能评价自己的答复，请登记代表签名的纸质评价。")
    return None


def lead_side(actor: Actor, suggestion: Suggestion) -> str | None:
    """The lead deputy; or, for one without an account, the staff of the congress on their behalf."""
    if _is_lead(actor, suggestion):
        return None
    if suggestion.lead.person_id is not None:
        return _("这一步由领衔代表本人进行。")
    return desk(actor, suggestion)


def drafter(actor: Actor, suggestion: Suggestion) -> str | None:
    """A deputy for themselves, or the staff of the congress for any deputy of the county."""
    return None if _is_lead(actor, suggestion) else desk(actor, suggestion)


def asked(actor: Actor, suggestion: Suggestion) -> str | None:
    """A deputy who was asked and has not answered; or staff for one without an account."""
    open_ones = suggestion.signatures.filter(signed_at__isnull=True, declined_at__isnull=True)
    if actor.person_id is not None and open_ones.filter(deputy__person_id=actor.person_id).exists():
        return None
    if desk(actor, suggestion) is None and open_ones.filter(deputy__person__isnull=True).exists():
        return None
    return _("只有受邀请、还没有答复的代表本人可以附议。")


def _not_key(actor: Actor, suggestion: Suggestion) -> str | None:
    return _("这件建议已经列为重点督办。") if suggestion.key_at else None


def _not_motion(actor: Actor, suggestion: Suggestion) -> str | None:
    return _("这件建议已经登记为由议案转来。") if suggestion.from_motion else None


def _in_time_to_object(actor: Actor, suggestion: Suggestion) -> str | None:
    if suggestion.handed_over_at is None:
        return None
    began = local_day(suggestion.handed_over_at)
    rule = rule_in_force(OBJECT.code, region_code=suggestion.region_id, on=began)
    if today() <= calendar().add_workdays(began, rule.amount):
        return None
    return _("已超过提出异议的期限（%(n)s个工作日），请办理或联系县人大。") % {"n": rule.amount}


def co_unit(actor: Actor, suggestion: Suggestion) -> str | None:
    """A unit that handles with the lead unit and has not given its opinion yet."""
    waiting = suggestion.shares.exclude(role=ShareRole.LEAD).filter(countersigned_at__isnull=True)
    if actor.organisation_id is not None and waiting.filter(organisation_id=actor.organisation_id).exists():
        return None
    return _("只有还没有会签的协办、分办单位可以会签。")


def handler(actor: Actor, suggestion: Suggestion) -> str | None:
    """An officer of the unit whose move it is, but never the lead deputy."""
    if _is_lead(actor, suggestion):
        return _("领衔代表不能同时办理自己的建议，请由本单位的其他人员办理。")
    return holds_matter(actor, suggestion)


def _contacted(actor: Actor, suggestion: Suggestion) -> str | None:
    began = suggestion.rehandled_at or suggestion.handed_over_at
    if began and suggestion.contacts.filter(logged_at__gte=began).exists():
        return None
    return _("答复前应当与代表沟通并登记（代表法第五十一条）。请先登记沟通。")


def _countersigned(actor: Actor, suggestion: Suggestion) -> str | None:
    waiting = suggestion.shares.exclude(role=ShareRole.LEAD).filter(countersigned_at__isnull=True)
    names = list(waiting.values_list("organisation__name", flat=True))
    if not names:
        return None
    return _("还有单位没有会签：%(names)s。") % {"names": "、".join(names)}


def _settled(actor: Actor, suggestion: Suggestion) -> str | None:
    return _("答复中有承诺，评价满意后转入跟踪落实。") if suggestion.promise_open else None


def _promised(actor: Actor, suggestion: Suggestion) -> str | None:
    return None if suggestion.promise_open else _("答复中没有待兑现的承诺。")


def _another_than_the_reporter(actor: Actor, suggestion: Suggestion) -> str | None:
    if actor.person_id == suggestion.delivered_by_id:
        return _("报告落实的人不能核实，请由另一位工作人员核实。")
    return None


POLICIES: dict[str, Policy] = {
    "drafter": drafter,
    "lead_side": lead_side,
    "asked": asked,
    "desk": desk,
    "desk_motion": every(desk, _not_motion),
    "desk_not_key": every(desk, _not_key),
    "holder_in_time": every(handler, _in_time_to_object),
    "handler": handler,
    "co_unit": co_unit,
    "ready_to_reply": every(handler, _contacted, _countersigned),
    "lead": own_lead,
    "lead_settled": every(own_lead, _settled),
    "lead_promised": every(own_lead, _promised),
    "desk_settled": every(desk, _settled),
    "desk_promised": every(desk, _promised),
    "verifier": every(desk, _another_than_the_reporter),
    "system": system_only,
}
