"""An uploaded list of past suggestions, between its preview and its import."""

from __future__ import annotations

import uuid6
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guantong.base.models import Work
from guantong.regions.models import Region


class PastSheet(models.Model):
    """A file that somebody looks through before it is imported; nothing else is written until they confirm.

    `content` is emptied when it was imported; the ledger keeps `digest` (SM3) and name with every suggestion.
    `year` is that of sheets and days without one; with `session` they were put at it.
    """

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("文件"), max_length=120)
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    year = models.PositiveSmallIntegerField(_("年度"))
    session = models.CharField(_("会议"), max_length=60, blank=True, default="")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()
    work = models.OneToOneField(Work, on_delete=models.CASCADE, null=True, related_name="past_sheet")

    class Meta:
        verbose_name = _("历年建议表")

    def __str__(self) -> str:
        return self.name
