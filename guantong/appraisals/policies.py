"""Who computes, publishes, appeals, decides and settles: never the same person decides who computed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import Appeal, ScoreLine, ScoreSheet
from guantong.base.now import CHINA, now, today
from guantong.kernel.periods import Period
from guantong.matters.policies import every, holds, system_only
from guantong.matters.registry import Policy

desk = holds(CONGRESS_ROLES, lambda: _("评分由县人大常委会工作人员进行。"))
director = holds({Role.DIRECTOR}, lambda: _("评分由常委会主任公布和确定。"))


def own_line(actor: Actor, sheet: ScoreSheet) -> ScoreLine | None:
    """The actor's line: the deputy's own, or that of the unit whose officer they are."""
    if actor.role == Role.DEPUTY and actor.person_id is not None:
        return sheet.lines.filter(deputy__person_id=actor.person_id).first()
    if actor.role in (Role.DEPARTMENT, Role.PRESIDIUM) and actor.organisation_id is not None:
        return sheet.lines.filter(unit_id=actor.organisation_id).first()
    return None


def _period_over(actor: Actor, sheet: ScoreSheet) -> str | None:
    over = Period.parse(sheet.period).end < today()
    return None if over else _("统计期还没有结束，不能公布。")


def subject(actor: Actor, sheet: ScoreSheet) -> str | None:
    """Who is scored, within the window, and once."""
    line = own_line(actor, sheet)
    if line is None:
        return _("只有被评分的代表本人或单位可以申诉。")
    if sheet.appeals_until is None or now() > sheet.appeals_until:
        return _("申诉期已过。")
    if Appeal.objects.filter(line=line).exists():
        return _("已经申诉过，每张评分表申诉一次。")
    return None


def _open_appeal(actor: Actor, sheet: ScoreSheet) -> str | None:
    return None if _appeals(sheet) else _("没有等待答复的申诉。")


def _not_the_computer(actor: Actor, sheet: ScoreSheet) -> str | None:
    return _("申诉由计算评分以外的人答复。") if actor.person_id == sheet.computed_by_id else None


def _ripe(actor: Actor, sheet: ScoreSheet) -> str | None:
    if sheet.appeals_until is not None and now() <= sheet.appeals_until:
        until = sheet.appeals_until.astimezone(CHINA)
        return _("申诉期到%(until)s止，期满才能确定。") % {"until": f"{until:%Y-%m-%d %H:%M}"}
    return _("还有申诉没有答复，不能确定。") if _appeals(sheet) else None


def _appeals(sheet: ScoreSheet) -> bool:
    return Appeal.objects.filter(line__sheet=sheet, decided_at__isnull=True).exists()


POLICIES: dict[str, Policy] = {
    "desk": desk,
    "publisher": every(director, _period_over),
    "subject": subject,
    "decider": every(desk, _not_the_computer, _open_appeal),
    "settler": every(director, _ripe),
    "system": system_only,
}
