"""A deputy's yearly report to voters, the slips for its rating, and the ratings."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.base.now import now
from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy, Station
from guantong.matters.models import Matter

SMALLEST = 5
"""Ratings below which none is told by grade: among four, a voter could be guessed."""


class DutyReport(Matter):
    """A deputy's report to the voters for a year 代表述职 (代表法 58), and how those present rated it.

    `due_on` is the day by which it is to be given. `counts` are the figures of the duty ledger when it was written:
    [code, amount]. `present` is the number of names on the sign-in list. `votes` are the ratings in all, `content`
    those of them that are 满意 or 基本满意; both are counted when the rating is closed, from the ratings by slip and
    from the tally of those on paper.
    """

    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="reports")
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField(_("年度"))
    due_on = models.DateField(_("述职期限"))
    planned_for = models.DateTimeField(_("报告会时间"))
    venue = models.CharField(_("报告会地点"), max_length=60)
    body = models.TextField(_("述职报告"), blank=True, default="")
    counts = models.JSONField(_("履职记录"), default=list)
    written_at = models.DateTimeField(_("写好时间"), null=True)
    held_at = models.DateTimeField(_("召开时间"), null=True)
    present = models.PositiveSmallIntegerField(_("到会选民"), null=True)
    rating_until = models.DateTimeField(_("手机测评截止"), null=True)
    satisfied = models.PositiveSmallIntegerField(_("满意"), default=0)
    fair = models.PositiveSmallIntegerField(_("基本满意"), default=0)
    dissatisfied = models.PositiveSmallIntegerField(_("不满意"), default=0)
    votes = models.PositiveSmallIntegerField(_("测评票"), default=0)
    content = models.PositiveSmallIntegerField(_("满意和基本满意票"), default=0)
    rated_at = models.DateTimeField(_("测评结束时间"), null=True)
    published_at = models.DateTimeField(_("公开时间"), null=True)
    cancelled_at = models.DateTimeField(_("取消时间"), null=True)

    class Meta:
        verbose_name = _("代表述职")
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "year"], condition=Q(cancelled_at__isnull=True), name="duty_report_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(votes=0) | Q(present__isnull=False, votes__lte=F("present")),
                name="duty_report_rated_by_those_present",
            ),
            models.CheckConstraint(
                condition=Q(votes=F("satisfied") + F("fair") + F("dissatisfied"), content=F("satisfied") + F("fair")),
                name="duty_report_votes_add_up",
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=True, present__isnull=True, rating_until__isnull=True)
                | Q(held_at__isnull=False, present__gte=1, rating_until__isnull=False),
                name="duty_report_held_before_some",
            ),
        ]
        indexes = [
            models.Index(fields=["held_at"], name="duty_report_by_moment"),
            models.Index(
                fields=["-published_at"], name="duty_report_published", condition=Q(published_at__isnull=False)
            ),
        ]

    @property
    def told_by_grade(self) -> bool:
        """Whether its ratings are enough to be told by grade."""
        return self.votes >= SMALLEST

    @property
    def takes_slips(self) -> bool:
        """Whether slips can be used now: its meeting is on, or was a short while ago."""
        return self.state == "held" and self.rating_until is not None and now() <= self.rating_until


class Slip(models.Model):
    """A slip 测评票 with a token that is good for one rating; none says to whom it was given.

    No table holds the token: it is derived from the report, the number and the installation's key (see slips.py);
    `digest` finds it. `used_by` is the id of the form that used it, so that a form sent twice is one rating.
    """

    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="slips")
    number = models.PositiveSmallIntegerField(_("票号"))
    digest = models.CharField(max_length=64, unique=True)
    used_by = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("测评票")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="slip_number_once")]

    def __str__(self) -> str:
        return str(self.number)


class Rating(models.Model):
    """One rating by slip. It has no moment, no order and no slip: nobody can tell whose it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    report = models.ForeignKey(DutyReport, on_delete=models.CASCADE, related_name="ratings")
    grade = models.PositiveSmallIntegerField(_("评价"), choices=Satisfaction.choices)

    class Meta:
        verbose_name = _("测评")
        constraints = [
            models.CheckConstraint(condition=Q(grade__in=Satisfaction.values), name="rating_has_one_of_three_grades")
        ]

    def __str__(self) -> str:
        return str(self.report_id)
