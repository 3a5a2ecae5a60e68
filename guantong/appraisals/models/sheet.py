"""Score sheets, their lines, and the appeals against them."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models import Deputy
from guantong.matters.models import Matter
from guantong.regions.models import Organisation


class Subjects(models.TextChoices):
    """Whom a sheet scores."""

    DEPUTY = "deputy", _("代表履职评分")
    UNIT = "unit", _("承办单位绩效考评")


class ScoreSheet(Matter):
    """The scores of a county's deputies or units in a period 履职评分、绩效考评.

    `rule` is the rule that was in force on the last day of the period, in full and with its basis; every line
    derives from it and from the records. `appeals_until` is the end of the window for appeals.
    """

    subjects = models.CharField(_("评分对象"), max_length=10, choices=Subjects.choices)
    period = models.CharField(_("统计期"), max_length=8)
    rule = models.JSONField(_("评分办法"), default=dict)
    computed_at = models.DateTimeField(_("计算时间"), null=True)
    computed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(_("公布时间"), null=True)
    appeals_until = models.DateTimeField(_("申诉截止"), null=True)

    class Meta:
        verbose_name = _("评分表")
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, appeals_until__isnull=True)
                | Q(published_at__isnull=False, appeals_until__gt=F("published_at")),
                name="score_sheet_published_takes_appeals",
            ),
        ]


class ScoreLine(models.Model):
    """One subject's line: what the rule gives (`scored`), what appeals changed, their sum and the rank.

    All are points of a hundred, with two places. `working` keeps, item by item, what was counted and how.
    """

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="lines")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    scored = models.DecimalField(_("计算得分"), max_digits=5, decimal_places=2)
    changed = models.DecimalField(_("申诉调整"), max_digits=5, decimal_places=2, default=Decimal(0))
    points = models.DecimalField(_("得分"), max_digits=5, decimal_places=2)
    rank = models.PositiveSmallIntegerField(_("名次"))
    working = models.JSONField(_("计算过程"))

    class Meta:
        verbose_name = _("评分")
        ordering = ["rank", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "deputy"], name="score_of_deputy_once"),
            models.UniqueConstraint(fields=["sheet", "unit"], name="score_of_unit_once"),
            models.CheckConstraint(
                condition=Q(deputy__isnull=False, unit__isnull=True) | Q(deputy__isnull=True, unit__isnull=False),
                name="score_is_of_one",
            ),
            models.CheckConstraint(condition=Q(points=F("scored") + F("changed")), name="score_adds_up"),
            models.CheckConstraint(condition=Q(points__range=(0, 100), rank__gte=1), name="score_is_of_a_hundred"),
        ]

    def __str__(self) -> str:
        return str(self.deputy or self.unit)

    @property
    def subject_id(self) -> int:
        """The key of the deputy or unit."""
        return int(self.deputy_id or self.unit_id or 0)


class Appeal(models.Model):
    """An appeal 申诉 of a subject against their line, and what was decided. One a line."""

    line = models.OneToOneField(ScoreLine, on_delete=models.CASCADE, related_name="appeal")
    ground = models.TextField(_("申诉理由"))
    made_at = models.DateTimeField(_("申诉时间"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("答复时间"), null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    upheld = models.BooleanField(_("申诉成立"), null=True)
    change = models.DecimalField(_("分数调整"), max_digits=5, decimal_places=2, default=Decimal(0))
    answer = models.TextField(_("答复"), blank=True, default="")

    class Meta:
        verbose_name = _("评分申诉")
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, upheld__isnull=True, change=0, answer="")
                | (Q(decided_at__isnull=False, upheld__isnull=False) & ~Q(answer="")),
                name="appeal_decided_has_its_answer",
            ),
            models.CheckConstraint(condition=Q(change=0) | Q(upheld=True), name="appeal_rejected_changes_nothing"),
        ]

    def __str__(self) -> str:
        return str(self.line)
