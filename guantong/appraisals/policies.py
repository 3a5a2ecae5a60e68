"""Who makes score sheets and reports to voters: whoever computed decides no appeal, no deputy counts their rating."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guantong.accounts.actors import CONGRESS_ROLES, Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import Appeal, DutyReport, ScoreLine, ScoreSheet
from guantong.base.now import CHINA, now, today
from guantong.deputies.policies import ROTA_MAKERS, runs_station
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


def _near(actor: Actor, report: DutyReport) -> str | None:
    """The county's congress; a station's people and the township's for the deputies of their station."""
    if actor.role in CONGRESS_ROLES or (report.station is not None and runs_station(actor, report.station) is None):
        return None
    return _("述职由县人大、所在乡镇人大或代表所在联络站组织。")


def _not_the_deputy(actor: Actor, report: DutyReport) -> str | None:
    own = actor.person_id is not None and actor.person_id == report.deputy.person_id
    return _("报告会和测评由述职代表以外的人办理。") if own else None


organiser = every(holds(ROTA_MAKERS, lambda: _("述职由县人大、所在乡镇人大或代表所在联络站组织。")), _near)
teller = every(organiser, _not_the_deputy)


def author(actor: Actor, report: DutyReport) -> str | None:
    """The deputy; for one without an account, whoever organises."""
    if report.deputy.person_id is None:
        return organiser(actor, report)
    own = actor.role == Role.DEPUTY and actor.person_id == report.deputy.person_id
    return None if own else _("述职报告由代表本人写。")


POLICIES: dict[str, Policy] = {
    "desk": desk,
    "publisher": every(director, _period_over),
    "subject": subject,
    "decider": every(desk, _not_the_computer, _open_appeal),
    "settler": every(director, _ripe),
    "organiser": organiser,
    "teller": teller,
    "author": author,
    "publisher_of_report": every(
        holds(CONGRESS_ROLES, lambda: _("述职结果由县人大常委会工作人员公开。")), _not_the_deputy
    ),
    "system": system_only,
}
