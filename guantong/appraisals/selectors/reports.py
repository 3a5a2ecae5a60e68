"""Reports to voters as somebody may see them, their results, and who has not reported yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guantong.accounts.actors import Actor
from guantong.accounts.models import Role
from guantong.appraisals.models import DutyReport
from guantong.appraisals.selectors.duty import deputies_for
from guantong.base.now import today
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.deputies.selectors import station_of
from guantong.figures.by_subject import DEPUTY, counted_by, figures_by
from guantong.figures.definitions import find
from guantong.figures.values import rate
from guantong.kernel.periods import Period
from guantong.matters.selectors import visible
from guantong.regions.models import Organisation, Region

YEAR_BEGINS = 4
"""Until this month it is the year before that is reported on."""


def year_in_question() -> int:
    """The year that deputies report on today."""
    day = today()
    return day.year - (day.month < YEAR_BEGINS)


@dataclass(frozen=True, slots=True)
class Result:
    """How a report was rated; `grades` is empty, and `rate` None, where the ratings are too few to be told apart."""

    present: int
    votes: int
    grades: Sequence[tuple[str, int]]
    rate: Decimal | None


def reports_for(actor: Actor) -> QuerySet[DutyReport]:
    """The reports that exist for the actor."""
    rows = DutyReport.objects.filter(pk__in=visible(actor).values("pk"))
    return rows.select_related("deputy", "region", "station")


def reports_of(deputy: Deputy, year: int) -> list[DutyReport]:
    """A deputy's reports for a year, without those called off."""
    return list(DutyReport.objects.filter(deputy=deputy, year=year, cancelled_at__isnull=True))


def published_in(region: Region) -> QuerySet[DutyReport]:
    """The published reports of a county: what everybody may read."""
    rows = DutyReport.objects.filter(region=region, state="published", published_at__isnull=False)
    return rows.select_related("deputy", "place")


def published(pk: Any) -> DutyReport | None:
    """A published report."""
    rows = DutyReport.objects.filter(pk=pk, state="published").select_related("deputy", "region", "place")
    return rows.first()


def result_of(report: DutyReport) -> Result | None:
    """The result of a report, by grade only where it may be told so; None before its rating is closed."""
    if report.rated_at is None or report.present is None:
        return None
    if not report.told_by_grade:
        return Result(report.present, report.votes, (), None)
    counts = {
        Satisfaction.SATISFIED: report.satisfied,
        Satisfaction.FAIR: report.fair,
        Satisfaction.DISSATISFIED: report.dissatisfied,
    }
    grades = [(str(grade.label), count) for grade, count in counts.items()]
    return Result(report.present, report.votes, grades, rate(report.content, report.votes))


def counts_for(deputy: Deputy, year: int) -> list[tuple[str, int]]:
    """What the duty ledger of a year counts for a deputy, but for the reports themselves: code and amount."""
    period = Period.parse(str(year))
    figures = [figure for figure in figures_by(DEPUTY) if figure.rows.model is not DutyReport]
    amounts = [(figure.code, counted_by(figure, DEPUTY, deputy.region, period).get(deputy.pk, 0)) for figure in figures]
    return [(code, amount) for code, amount in amounts if amount]


def in_words(counts: Sequence[Sequence[Any]]) -> list[tuple[str, str, str]]:
    """Counts as people read them: the figure's code, its name, the amount with its unit."""
    found = [(find(code), amount) for code, amount in counts]
    return [
        (figure.code, _(figure.indicator.name), f"{amount} {_(figure.indicator.unit)}")
        for figure, amount in found
        if figure is not None
    ]


def draft_of(report: DutyReport) -> str:
    """The words that a deputy begins with: who they are and what the records of the year say.

    In Chinese whatever language the deputy chose: it is what the voters will read.
    """
    deputy = report.deputy
    told = [(figure.indicator, n) for code, n in counts_for(deputy, report.year) if (figure := find(code)) is not None]
    opening = f"各位选民：我是{deputy.region.name}人大代表{deputy.name}，现将{report.year}年履职情况报告如下。"
    return "\n".join([opening, *(f"{indicator.name}：{n}{indicator.unit}" for indicator, n in told)])


def without_report(actor: Actor, year: int) -> QuerySet[Deputy]:
    """The deputies in office for whom no report is planned for a year, of those for whom the actor may plan one."""
    done = DutyReport.objects.filter(year=year, cancelled_at__isnull=True).values("deputy_id")
    return to_be_planned_by(actor).exclude(pk__in=done).order_by("pk")


def to_be_planned_by(actor: Actor) -> QuerySet[Deputy]:
    """The deputies for whom an actor plans reports: the congress for all, others for those of their station."""
    if actor.role == Role.DEPUTY or not actor.region_code:
        return Deputy.objects.none()
    if actor.role == Role.PRESIDIUM:
        return _of_township(actor)
    if actor.role == Role.KEEPER:
        station = station_of(actor)
        rows = Deputy.objects.filter(station=station) if station else Deputy.objects.none()
        return rows.filter(active=True).select_related("region", "place", "station__organisation")
    return deputies_for(actor).filter(active=True).select_related("station__organisation")


def _of_township(actor: Actor) -> QuerySet[Deputy]:
    place = Organisation.objects.filter(pk=actor.organisation_id or 0).values_list("place_id", flat=True).first()
    rows = Deputy.objects.filter(station__place__code__startswith=place) if place else Deputy.objects.none()
    return rows.filter(region_id=actor.region_code, active=True).select_related("region", "station__organisation")
