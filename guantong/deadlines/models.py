"""Days on which offices work or rest otherwise than the built-in calendar says."""

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
