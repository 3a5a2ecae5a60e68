"""One problem of a list, from the day it is listed to the day it is struck off 销号."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from guantong.matters.models import Matter
from guantong.regions.models import Organisation


class Problem(Matter):
    """A problem 问题 that supervision found: what, whose, which measure by when, what was done, who re-checked.

    `origin` is the matter whose list it is on (a deliberation opinion, later also an inspection), `ordinal` its number
    there, `paragraph` the paragraph of the opinion that it comes from (0: none). The database holds to it that whoever
    reported the evidence does not accept it.
    """

    origin = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="problems")
    ordinal = models.PositiveSmallIntegerField(_("序号"))
    paragraph = models.PositiveSmallIntegerField(_("审议意见段落"), default=0)
    body = models.TextField(_("问题"))
    unit = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(_("交办时间"), null=True)
    measure = models.TextField(_("整改措施"), blank=True, default="")
    measure_by = models.DateField(_("完成日期"), null=True)
    evidence = models.TextField(_("整改情况"), blank=True, default="")
    evidence_at = models.DateTimeField(_("报送时间"), null=True)
    evidence_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    finding = models.TextField(_("复查情况"), blank=True, default="")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(_("销号时间"), null=True)

    class Meta:
        verbose_name = _("问题")
        constraints = [
            models.UniqueConstraint(fields=["origin", "ordinal"], name="problem_number_once"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True)
                | Q(checked_by__isnull=False, evidence_by__isnull=False, evidence_at__isnull=False)
                & ~Q(checked_by=F("evidence_by")),
                name="problem_is_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(measure="", measure_by__isnull=True) | Q(measure_by__isnull=False) & ~Q(measure=""),
                name="problem_measure_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["assigned_at"], name="problem_by_assignment"),
            models.Index(fields=["accepted_at"], name="problem_by_acceptance"),
        ]
