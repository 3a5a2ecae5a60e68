"""Days on which offices work or rest otherwise than the built-in calendar says, and what clocks were computed by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarDay(models.Model):
    """One day of a notice that came out after this release, or of a county's own (a local festival)."""

    day = models.DateField(primary_key=True)
    works = models.BooleanField(_("上班"))
    source = models.CharField(_("依据"), max_length=120)

    class Meta:
        verbose_name = _("工作日调整")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {'上班' if self.works else '休息'}"


class FollowedCalendar(models.Model):
    """A state of the whole calendar by which the running clocks were computed anew; the newest is the one in use."""

    digest = models.CharField(max_length=64)
    followed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("已按其重算的工作日历")

    def __str__(self) -> str:
        return f"{self.followed_at:%Y-%m-%d} {self.digest[:16]}"
