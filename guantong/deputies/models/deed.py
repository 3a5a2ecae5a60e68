"""The practical deed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guantong.deputies.models.activity import Activity
from guantong.deputies.models.deputy import Deputy
from guantong.deputies.models.station import Station
from guantong.matters.models import Matter


class PracticalDeed(Matter):
    """A practical deed 办实事 that a deputy or station brought about: promised, done, checked by another.

    `promised_at_activity` is where it was promised, if that was at an activity.
    """

    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="deeds")
    deputy = models.ForeignKey(Deputy, on_delete=models.PROTECT, null=True, related_name="deeds")
    promised_at_activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, related_name="promised_deeds"
    )
    content = models.TextField(_("内容"))
    beneficiaries = models.PositiveIntegerField(_("受益人数"), default=0)
    done_at = models.DateTimeField(_("办成时间"), null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("办实事")
        indexes = [models.Index(fields=["done_at"], name="deed_by_moment")]
