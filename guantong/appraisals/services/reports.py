"""A deputy's yearly report to voters: planned, put off, written, published or called off."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import uuid6
from django.db import transaction
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor, posts_held
from guantong.appraisals.models import DutyReport
from guantong.appraisals.selectors.reports import counts_for
from guantong.base.now import local_day, now
from guantong.base.refusals import BadInput
from guantong.deputies.models import Deputy
from guantong.matters.services import open_matter_once, perform
from guantong.notifications.notices import Notice
from guantong.regions import rulebook

DUE = "duty_report.due"
"""The setting of the day, in the year after, by which a year's report is to be given: [month, day]."""

DEFAULT_DUE = (3, 31)
FIRST_YEAR = 2000


def due_problem(value: Any) -> str | None:
    """What is wrong with a county's own day: it is a month and a day that every year has."""
    right = isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value)
    try:
        date(2025, *value) if right else date(2025, 0, 0)
    except (ValueError, OverflowError):
        return _("请写明次年的月和日，例如 [3, 31]。")
    return None


def due_day(region_code: str, year: int) -> date:
    """The day by which the report for a year is to be given in a county."""
    month, day = rulebook.setting_value(DUE, DEFAULT_DUE, region_code=region_code, on=date(year, 12, 31))
    return date(year + 1, month, day)


@transaction.atomic
def plan_report(
    *, deputy: Deputy, year: int, planned_for: datetime, venue: str, actor: Actor, client_id: UUID | None = None
) -> DutyReport:
    """Plan a deputy's report for a year; its clock runs to the county's due day, to tomorrow where that is past.

    Raises BadInput when there is one for that year, for a year to come and for a deputy who is not in office, and
    what open_matter_once raises.
    """
    if not FIRST_YEAR <= year <= local_day(now()).year:
        raise BadInput({"year": _("请选择今年或以前的年度。")})
    if not deputy.active:
        raise BadInput({"deputy": _("这位代表已不在任。")})
    report = DutyReport(
        id=client_id or uuid6.uuid7(),
        title=f"{deputy.name}代表{year}年度述职",
        region=deputy.region,
        place=deputy.place,
        holder_id=_body_of(deputy),
        deputy=deputy,
        station=deputy.station,
        year=year,
        due_on=due_day(deputy.region_id, year),
        planned_for=planned_for,
        venue=venue,
    )
    # Whoever plans the same report at once waits here for the first.
    Deputy.objects.select_for_update(of=("self",)).get(pk=deputy.pk)
    others = DutyReport.objects.filter(deputy=deputy, year=year, cancelled_at__isnull=True).exclude(pk=report.id)
    if others.exists():
        raise BadInput({"year": _("这位代表这一年度的述职已经安排。")})
    return open_matter_once(matter=report, kind="duty_report", actor=actor)


def _body_of(deputy: Deputy) -> int | None:
    """The body in which a deputy sees the report: that of their station, else of their post."""
    if deputy.station is not None:
        return deputy.station.organisation_id
    post = posts_held().filter(person_id=deputy.person_id or 0, region_id=deputy.region_id).first()
    return post.organisation_id if post else None


def reschedule_report(
    *, report: DutyReport, planned_for: datetime, venue: str, actor: Actor, seen_version: int | None = None
) -> DutyReport:
    """Set another time or place for the meeting. Raises what perform raises."""
    return perform(
        matter=report,
        transition="reschedule",
        actor=actor,
        seen_version=seen_version,
        changes={"planned_for": planned_for, "venue": venue},
    )


@transaction.atomic
def write_report(*, report: DutyReport, body: str, actor: Actor, seen_version: int | None = None) -> DutyReport:
    """Write the report, or write it anew, as the deputy; the counts of the year's records are kept with it.

    Raises what perform raises.
    """
    counts = counts_for(report.deputy, report.year)
    done = perform(
        matter=report,
        transition="rewrite" if report.state == "written" else "write",
        actor=actor,
        seen_version=seen_version,
        changes={"body": body, "written_at": now()},
        data={"counts": counts},
    )
    DutyReport.objects.filter(pk=done.pk).update(counts=counts)
    done.counts = [list(pair) for pair in counts]
    return done


def publish_report(*, report: DutyReport, actor: Actor, seen_version: int | None = None) -> DutyReport:
    """Publish a report with its result: everybody reads it. Raises what perform raises."""
    body = report.station.organisation_id if report.station else None
    return perform(
        matter=report,
        transition="publish",
        actor=actor,
        seen_version=seen_version,
        changes={"published_at": now()},
        tell=[Notice(body, _("述职报告和测评结果已经公开。"))] if body else (),
    )


def cancel_report(*, report: DutyReport, reason: str, actor: Actor, seen_version: int | None = None) -> DutyReport:
    """Call a report off before its meeting; another may be planned for the year. Raises what perform raises."""
    return perform(
        matter=report,
        transition="cancel",
        actor=actor,
        reason=reason,
        seen_version=seen_version,
        changes={"cancelled_at": now()},
    )
