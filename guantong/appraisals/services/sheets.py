"""Setting a sheet up, computing, publishing and settling it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor, posts_held
from guantong.appraisals.deadlines import APPEAL
from guantong.appraisals.models import ScoreLine, ScoreSheet, Subjects
from guantong.appraisals.rules import score_rule
from guantong.appraisals.selectors.sheets import computed_lines
from guantong.appraisals.selectors.verification import digest_of
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput, NotNow
from guantong.deadlines.calendar import calendar
from guantong.deadlines.rules import rule_in_force
from guantong.kernel.clock import due
from guantong.kernel.periods import Period
from guantong.matters.models import Holding
from guantong.matters.services import lock_matter, open_matter_once, perform
from guantong.notifications.notices import Notice
from guantong.regions.models import Region


@transaction.atomic
def set_up_sheet(
    *, region: Region, subjects: Subjects, period: Period, actor: Actor, client_id: UUID | None = None
) -> ScoreSheet:
    """Set up the sheet of a county's deputies or units for a period.

    Raises BadInput when there is one already that was not discarded, and what open_matter_once raises.
    """
    sheet = ScoreSheet(
        id=client_id or uuid6.uuid7(),
        title=f"{region.short_name}{period.label_zh()}{subjects.label}",
        region=region,
        place=region,
        subjects=subjects,
        period=period.code,
    )
    # Whoever sets up the same sheet at once waits here for the first.
    Region.objects.select_for_update().get(pk=region.pk)
    others = ScoreSheet.objects.filter(region=region, subjects=subjects, period=period.code).exclude(pk=sheet.pk)
    if others.exclude(state="void").exists():
        raise BadInput({"period": _("这个统计期的评分表已经有了。")})
    return open_matter_once(matter=sheet, kind="score_sheet", actor=actor)


@transaction.atomic
def compute_sheet(*, sheet: ScoreSheet, actor: Actor, seen_version: int | None = None) -> ScoreSheet:
    """Compute every line from the records, by the rule in force on the last day of the period; again as often as
    needed before publication.

    Raises NotNow when the rule gives nobody points, and what perform raises.
    """
    held = lock_matter(sheet)
    rule = score_rule(held.subjects, region_code=held.region_id, on=Period.parse(held.period).end)
    held.rule, lines = rule, computed_lines(held, rule)
    if not lines:
        raise NotNow(_("这个统计期没有可以评分的记录。"))
    done = perform(
        matter=held,
        transition="recompute" if held.state == "computed" else "compute",
        actor=actor,
        seen_version=seen_version,
        changes={"computed_at": now(), "computed_by_id": actor.person_id},
        data={"lines": len(lines), "sm3": digest_of(held, lines), "basis": rule["basis"]},
    )
    ScoreSheet.objects.filter(pk=done.pk).update(rule=rule)
    done.rule = rule
    done.lines.all().delete()
    for line in lines:
        line.sheet = done
    ScoreLine.objects.bulk_create(lines)
    return done


@transaction.atomic
def publish_sheet(*, sheet: ScoreSheet, actor: Actor, seen_version: int | None = None) -> ScoreSheet:
    """Publish a sheet: each subject's body sees its line and is told until when it may appeal.

    Raises what perform raises.
    """
    at = now()
    rule = rule_in_force(APPEAL.code, region_code=sheet.region_id, on=local_day(at))
    bodies = _bodies(sheet)
    text = _("评分已经公布，请查看；有异议的在%(n)s%(unit)s内申诉。") % {"n": rule.amount, "unit": _(rule.unit.label)}
    done = perform(
        matter=sheet,
        transition="publish",
        actor=actor,
        seen_version=seen_version,
        changes={"published_at": at, "appeals_until": due(rule, at, calendar=calendar()).at},
        tell=[Notice(body, text) for body in bodies],
    )
    _let_see(done, bodies, at)
    return done


def settle_sheet(*, sheet: ScoreSheet, actor: Actor, seen_version: int | None = None) -> ScoreSheet:
    """Make a sheet final when its window for appeals is over and all are decided. Raises what perform raises."""
    return perform(matter=sheet, transition="settle", actor=actor, seen_version=seen_version)


def discard_sheet(*, sheet: ScoreSheet, reason: str, actor: Actor, seen_version: int | None = None) -> ScoreSheet:
    """Discard a sheet that was not published. Raises what perform raises."""
    return perform(matter=sheet, transition="discard", actor=actor, reason=reason, seen_version=seen_version)


def _bodies(sheet: ScoreSheet) -> list[int]:
    """The units that are scored; of deputies, the bodies in which they hold their posts."""
    if sheet.subjects == Subjects.UNIT:
        units = sheet.lines.values_list("unit_id", flat=True)
        return sorted(body for body in units if body is not None)
    people = sheet.lines.filter(deputy__person__isnull=False).values("deputy__person_id")
    posts = posts_held().filter(region_id=sheet.region_id, person_id__in=people)
    return sorted(set(posts.values_list("organisation_id", flat=True)))


def _let_see(sheet: ScoreSheet, bodies: Iterable[int], at: Any) -> None:
    rows = [Holding(organisation_id=body, matter_id=sheet.pk, since=at) for body in bodies]
    Holding.objects.bulk_create(rows, ignore_conflicts=True)
