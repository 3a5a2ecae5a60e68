"""The parts of a suggestion: signatures, shares of the units, contacts with the deputy."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models import Deputy
from guantong.regions.models import Organisation
from guantong.suggestions.models.choices import HowContacted, ShareRole
from guantong.suggestions.models.suggestion import Suggestion


class Signature(models.Model):
    """A deputy asked to sign with the lead 附议: open, signed or declined. A changed draft opens it again."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="signatures")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, related_name="signatures")
    asked_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("附议")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "deputy"], name="signature_once"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True) | Q(declined_at__isnull=True), name="signature_yes_or_no"
            ),
        ]

    def __str__(self) -> str:
        return self.deputy.name


class Share(models.Model):
    """A unit's part in handling: 主办, 协办 or 分办. `opinion` is what a co-unit told the lead unit 会签."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="suggestion_shares")
    role = models.CharField(max_length=6, choices=ShareRole.choices)
    opinion = models.TextField(_("会签意见"), blank=True, default="")
    countersigned_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("承办单位")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "organisation"], name="share_once"),
            models.UniqueConstraint(fields=["suggestion"], condition=Q(role="lead"), name="share_one_lead"),
            models.CheckConstraint(
                condition=Q(countersigned_at__isnull=True, opinion="")
                | (Q(countersigned_at__isnull=False) & ~Q(opinion="") & ~Q(role="lead")),
                name="share_countersigned_has_its_opinion",
            ),
        ]

    def __str__(self) -> str:
        return self.organisation.name


class Contact(models.Model):
    """One time a unit heard the deputy while handling 沟通 (代表法 51)."""

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="contacts")
    at = models.DateTimeField()
    how = models.CharField(max_length=8, choices=HowContacted.choices)
    who = models.CharField(_("参加人员"), max_length=120)
    notes = models.TextField(_("沟通情况"))
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name = _("沟通记录")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_how_display()} {self.at:%Y-%m-%d}"
