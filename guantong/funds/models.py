"""A fund, the projects that are paid from it, and the payments."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.base.satisfaction import Satisfaction
from guantong.deputies.models import Deputy
from guantong.matters.models import Matter
from guantong.regions.models import Organisation


class Fund(Matter):
    """The special fund of one county and year 代表建议专项资金, in whole yuan.

    `committed` is the sum of what is approved of it: never more than its `amount`, which the database holds to,
    whoever approves at the same time.
    """

    year = models.PositiveSmallIntegerField(_("年度"))
    amount = models.PositiveBigIntegerField(_("资金总额"))
    committed = models.PositiveBigIntegerField(_("已批准"), default=0)
    basis = models.CharField(_("依据"), max_length=200)

    class Meta:
        verbose_name = _("代表建议专项资金")
        constraints = [
            models.CheckConstraint(condition=Q(committed__lte=F("amount")), name="fund_is_never_overspent"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="fund_has_money"),
        ]

    @property
    def left(self) -> int:
        """What may still be approved, in yuan."""
        return self.amount - self.committed


class FundProject(Matter):
    """A small project outside the project pool 未入项目库, paid from the fund for what a suggestion asked.

    `answers` is the suggestion that asked for it. Sums are in whole yuan: asked ≥ approved ≥ contracted ≥ paid.
    `witness` is the deputy who was there when it was accepted and who rates it.
    """

    paid_from = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="projects")
    answers = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    content = models.TextField(_("建设内容"))
    asked = models.PositiveBigIntegerField(_("申请金额"))
    finding = models.TextField(_("初审意见"), blank=True, default="")
    screened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved = models.PositiveBigIntegerField(_("批准金额"), null=True)
    approved_at = models.DateTimeField(_("批准时间"), null=True)
    contractor = models.CharField(_("施工单位"), max_length=80, blank=True, default="")
    contracted = models.PositiveBigIntegerField(_("合同金额"), null=True)
    paid = models.PositiveBigIntegerField(_("已拨付"), default=0)
    work_done = models.TextField(_("完工情况"), blank=True, default="")
    witness = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(_("验收时间"), null=True)
    rated = models.PositiveSmallIntegerField(_("评价"), choices=Satisfaction.choices, null=True)
    rated_at = models.DateTimeField(_("评价时间"), null=True)

    class Meta:
        verbose_name = _("专项资金项目")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(approved__lte=F("asked")),
                name="fund_project_gets_no_more_than_asked",
            ),
            models.CheckConstraint(
                condition=Q(contracted__isnull=True) | Q(contracted__lte=F("approved")),
                name="fund_project_costs_no_more_than_approved",
            ),
            models.CheckConstraint(
                condition=Q(paid=0) | Q(paid__lte=F("contracted")), name="fund_project_is_paid_what_was_agreed"
            ),
            models.CheckConstraint(
                condition=Q(rated__isnull=True, rated_at__isnull=True) | Q(rated__range=(1, 3), rated_at__isnull=False),
                name="fund_project_rating_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["approved_at"], name="fund_project_by_approval"),
            models.Index(fields=["accepted_at"], name="fund_project_by_acceptance"),
        ]


class Payment(models.Model):
    """One payment to a project, in yuan, under the finance office's voucher number."""

    project = models.ForeignKey(FundProject, on_delete=models.PROTECT, related_name="payments")
    amount = models.PositiveBigIntegerField(_("拨付金额"))
    voucher = models.CharField(_("凭证号"), max_length=40)
    paid_at = models.DateTimeField(_("拨付时间"))

    class Meta:
        verbose_name = _("拨付")
        constraints = [
            models.UniqueConstraint(fields=["project", "voucher"], name="payment_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_of_something"),
        ]
        indexes = [models.Index(fields=["paid_at"], name="payment_by_moment")]

    def __str__(self) -> str:
        return self.voucher
