"""The procedures of every kind, drawn from their declarations, and the time limits in force."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guantong.accounts.middleware import ActorRequest
from guantong.base.now import today
from guantong.deadlines.rules import all_rules, rule_in_force
from guantong.desk.basis import sourced
from guantong.desk.diagram import diagram
from guantong.desk.door import page
from guantong.desk.who import WHO
from guantong.kernel.clock import ClockRule
from guantong.kernel.procedure import SAME, Procedure, Transition
from guantong.matters.registry import kind_by_code, kinds


@require_safe
def index(request: ActorRequest) -> HttpResponse:
    """Every kind of matter."""
    return page(request, "desk/procedures.html", {"kinds": kinds()}, current="desk:procedures")


@require_safe
def procedure(request: ActorRequest, kind: str) -> HttpResponse:
    """One procedure: its picture, and every move with who, needs, clocks and basis."""
    try:
        declared = kind_by_code(kind).procedure
    except KeyError:
        raise Http404 from None
    rules = {rule.code: _(rule.name) for rule in all_rules()}
    context = {
        "procedure": declared,
        "basis": sourced(declared.basis),
        "diagram": diagram(declared),
        "moves": [_move(n, declared, move, rules) for n, move in enumerate(declared.transitions, 1)],
    }
    return page(request, "desk/procedure.html", context, current="desk:procedures")


def _move(number: int, declared: Procedure, move: Transition, rules: dict[str, str]) -> dict[str, Any]:
    states = declared.by_state
    clocks = [(_("起算"), move.starts), (_("结束"), move.ends), (_("中止"), move.pauses), (_("恢复"), move.resumes)]
    return {
        "number": number,
        "code": move.code,
        "label": move.label,
        "from": "、".join(states[s].label for s in move.sources if s is not None) or _("（开始）"),
        "to": _("不变") if move.target == SAME else states[move.target].label,
        "who": WHO.get(move.who, move.who),
        "needs": "、".join(need.label + ("" if need.required else _("（可不填）")) for need in move.needs),
        "clocks": [f"{word}{_('：')}{'、'.join(rules[code] for code in codes)}" for word, codes in clocks if codes],
        "basis": sourced(move.basis),
    }


@require_safe
def rules(request: ActorRequest) -> HttpResponse:
    """Every time limit: the default, and what is in force in the actor's region today."""
    rows = [_rule(rule, request.actor.region_code) for rule in all_rules()]
    table = {
        "caption": _("今日有效的办理时限"),
        "columns": [
            {"label": label} for label in (_("时限"), _("期限"), _("可延长"), _("依据"), _("版本"), _("与通用规定相比"))
        ],
        "rows": rows,
        "stack": True,
    }
    lead = _("时限按规定起算，放假调休自动计入。本县另有规定的，以本县规定为准；已经起算的时限仍按起算时的规定。")
    context = {"heading": _("办理时限"), "lead": lead, "tables": [table]}
    return page(request, "desk/tables.html", context, current="desk:rules")


def _rule(default: ClockRule, region_code: str) -> list[str]:
    own = rule_in_force(default.code, region_code=region_code, on=today())
    compared = _("通用规定") if own == default else _("本地规定；通用为%(length)s") % {"length": _length(default)}
    cap = _length(own, own.extension_cap) if own.extension_cap else _("不可延长")
    return [_(own.name), _length(own), cap, sourced(own.basis), own.version, compared]


def _length(rule: ClockRule, amount: int = 0) -> str:
    return _("%(n)s%(unit)s") % {"n": amount or rule.amount, "unit": _(rule.unit.label)}
